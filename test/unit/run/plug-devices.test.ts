import { expect, it } from 'vitest';
import { QmpError } from '../../../src/machine/qmp/message.ts';
import { plugDevices } from '../../../src/run/devices/plug-devices.ts';

/** What QEMU and the guest were asked for, when these devices were plugged. */
async function plug(devices: readonly string[], hasSlots = true): Promise<readonly unknown[]> {
  const asked: unknown[] = [];
  const execute = (command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (command === 'query-status') return Promise.resolve({ status: 'running' });
    asked.push(args);
    if (args?.['driver'] === 'none')
      return Promise.reject(new QmpError('execute', 'QEMU refused device_add: no such device'));
    return Promise.resolve(command === 'device_add' ? {} : '');
  };
  await plugDevices(
    { machine: { monitor: Promise.resolve({ execute }) }, devices, hasSlots, faulty: new Set() },
    { ask: (line) => Promise.resolve(void asked.push(line)) },
  );
  return asked;
}

it("plugs a suite's devices one after the other, each into a slot of its own", async () => {
  expect(await plug(['edu,id=a', 'e1000e,bus=port0'])).toEqual([
    { 'command-line': 'device_add edu,id=a,bus=qdt.slot0' },
    'devices 1',
    { 'command-line': 'device_add e1000e,bus=port0' },
    'devices 2',
  ]);
  expect(await plug(['edu'], false)).toEqual([{ 'command-line': 'device_add edu' }, 'devices 1']);
});

it('plugs what is written as JSON with its types, and all 64 bits of its numbers', async () => {
  expect(
    await plug([
      '{"driver":"edu","dma_mask":18446744073709551615,"multifunction":false}',
      '{"driver":"vfio-user-pci","bus":"x","socket":{"type":"unix","path":"/s"}}',
    ]),
  ).toEqual([
    { driver: 'edu', dma_mask: 18446744073709551615n, multifunction: false, bus: 'qdt.slot0' },
    'devices 1',
    { driver: 'vfio-user-pci', bus: 'x', socket: { type: 'unix', path: '/s' } },
    'devices 2',
  ]);
});

it.each([
  ['{"driver":"none"}', 'QEMU refused device_add: no such device'],
  ['{"driver":', 'could not be plugged: Unexpected end of JSON input'],
])('reports what is wrong with a device: %s', async (device, reason) => {
  await expect(plug([device])).rejects.toThrow(reason);
});
