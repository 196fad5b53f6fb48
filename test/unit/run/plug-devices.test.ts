import { expect, it } from 'vitest';
import { QmpError } from '../../../src/machine/qmp/message.ts';
import type { AttachedDevice } from '../../../src/hardware/attach/attached-device.ts';
import { LayoutBuilder } from '../../../src/hardware/attach/layout.ts';
import { AgentRefusal } from '../../../src/run/agent/agent-message.ts';
import { plugDevices } from '../../../src/run/devices/plug-devices.ts';

interface PlugOptions {
  readonly hasSlots?: boolean;
  readonly slotsTaken?: number;
  readonly announces?: boolean;
  /** Models with faults from the start. */
  readonly faulty?: readonly string[];
  /** What the guest does not find. */
  readonly unfound?: RegExp;
}

/** What QEMU and the guest were asked for, when these devices were plugged. */
async function plug(
  devices: readonly (string | AttachedDevice)[],
  { hasSlots = true, slotsTaken = 0, announces = true, faulty = [], unfound = /^$/ }: PlugOptions = {},
): Promise<readonly unknown[]> {
  const asked: unknown[] = [];
  const execute = (command: string, args?: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (command === 'query-status') return Promise.resolve({ status: 'running' });
    if (command === 'query-pci') return Promise.resolve(pci);
    asked.push(args);
    if (args?.['driver'] === 'none')
      return Promise.reject(new QmpError('execute', 'QEMU refused device_add: no such device'));
    return Promise.resolve(command === 'device_add' ? {} : '');
  };
  await plugDevices(
    {
      machine: { monitor: Promise.resolve({ execute }) },
      ...{ devices, hasSlots, slotsTaken, announces, faulty: new Set(faulty) },
    },
    {
      ask: (line) => {
        asked.push(line);
        return unfound.test(line) ? Promise.reject(new AgentRefusal('found: the time is over')) : Promise.resolve();
      },
    },
  ).catch((error: unknown) => {
    throw Object.assign(error as Error, { asked });
  });
  return asked;
}

const onSlot = (slot: number, id: string): object => ({
  qdev_id: `qdt.slot${slot}`,
  bus: 0,
  slot: 4 + slot,
  function: 0,
  pci_bridge: { devices: [{ qdev_id: id, bus: 1 + slot, slot: 0, function: 0 }] },
});
const pci = [{ devices: [onSlot(0, 'qdt.usb'), onSlot(1, 'gps0')] }];

function attached(): readonly AttachedDevice[] {
  const layout = new LayoutBuilder();
  for (const id of ['scale0', 'lamp0']) layout.add('usb', { id, socket: `/s/${id}` });
  layout.add('serial', { id: 'gps0', socket: '/s/gps0' });
  return layout.devices;
}

const chardev = (id: string): object => ({
  id: `qdt.model.${id}`,
  backend: { type: 'socket', data: { addr: { type: 'unix', data: { path: `/s/${id}` } }, server: false } },
});

it("plugs a suite's devices one after the other, each into a slot of its own", async () => {
  expect(await plug(['edu,id=a', 'e1000e,bus=port0'])).toEqual([
    { 'command-line': 'device_add edu,id=a,bus=qdt.slot0' },
    'devices 1',
    { 'command-line': 'device_add e1000e,bus=port0' },
    'devices 2',
  ]);
  expect(await plug(['edu'], { hasSlots: false })).toEqual([{ 'command-line': 'device_add edu' }, 'devices 1']);
});

it('plugs what comes late behind what the machine has booted with', async () => {
  expect(await plug(['edu', 'pvpanic-pci'], { slotsTaken: 2 })).toEqual([
    { 'command-line': 'device_add edu,bus=qdt.slot2' },
    'devices 1',
    { 'command-line': 'device_add pvpanic-pci,bus=qdt.slot3' },
    'devices 2',
  ]);
});

it('has a kernel look that does not hear of what is plugged into slots', async () => {
  const asked = await plug(['edu', ...attached()], { announces: false });
  const looks = asked.flatMap((what, place) => (what === 'tune /sys/bus/pci/rescan=1' ? [asked[place + 1]] : []));
  expect(looks).toEqual(['devices 1', 'devices 2', 'devices 3']);
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

it('plugs the devices of models with what is behind them, and waits for each', async () => {
  expect(await plug(['edu', ...attached()])).toEqual([
    { 'command-line': 'device_add edu,bus=qdt.slot0' },
    'devices 1',
    { driver: 'qemu-xhci', id: 'qdt.usb', bus: 'qdt.slot1', p2: 15, p3: 15 },
    'devices 2',
    chardev('scale0'),
    { driver: 'usb-redir', id: 'scale0', chardev: 'qdt.model.scale0', bus: 'qdt.usb.0', port: '1' },
    'found 10000 /sys/bus/pci/devices/0000:01:00.0/usb*/*-1/ep_00',
    chardev('lamp0'),
    { driver: 'usb-redir', id: 'lamp0', chardev: 'qdt.model.lamp0', bus: 'qdt.usb.0', port: '2' },
    'found 10000 /sys/bus/pci/devices/0000:01:00.0/usb*/*-2/ep_00',
    chardev('gps0'),
    { driver: 'pci-serial', id: 'gps0', chardev: 'qdt.model.gps0', bus: 'qdt.slot2' },
    'devices 3',
    'found 10000 /sys/bus/pci/devices/0000:02:00.0/tty/tty* /sys/bus/pci/devices/0000:02:00.0/*:*/*/tty/tty*',
  ]);
});

it('says which device the guest has not found', async () => {
  await expect(plug(attached(), { unfound: /\*-2/ })).rejects.toThrow(
    'device lamp0: expected that the guest finds it within 10 s, found nothing at ' +
      '/sys/bus/pci/devices/0000:01:00.0/usb*/*-2/ep_00. console.log has what the kernel says of it, ' +
      'timeline.jsonl what its model did.',
  );
});

it('goes on without a device that a fault hits from the start: its test wants to see that', async () => {
  const asked = await plug(attached(), { unfound: /\*-1/, faulty: ['scale0'] });
  expect(asked).toContain('found 2000 /sys/bus/pci/devices/0000:01:00.0/usb*/*-1/ep_00');
  expect(asked.at(-1)).toMatch(/^found 10000 .*tty/);
});

it('takes back what is behind a device that QEMU refuses', async () => {
  const [uart] = attached().slice(-1);
  if (uart === undefined) throw new Error('expected a device');
  const refused = plug([{ ...uart, driver: 'none' }]);
  await expect(refused).rejects.toThrow('device gps0 could not be plugged: QEMU refused device_add: no such device');
  await expect(refused).rejects.toMatchObject({
    asked: [chardev('gps0'), { driver: 'none' }, { id: 'qdt.model.gps0' }],
  });
});

it.each([
  ['{"driver":"none"}', 'QEMU refused device_add: no such device'],
  ['{"driver":', 'could not be plugged: Unexpected end of JSON input'],
])('reports what is wrong with a device: %s', async (device, reason) => {
  await expect(plug([device])).rejects.toThrow(reason);
});
