import { describe, expect, it } from 'vitest';
import { serveRequests } from '../../../src/hardware/serve-requests.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { duplexPair } from '../duplex-pair.ts';
import { eventually } from '../eventually.ts';
import { dispatcherRig, someDevices } from './dispatcher-rig.ts';

const id = '00000000-0000-0000-0000-000000000001';

const inSlot = (device: string): { readonly return: unknown } => ({
  return: [
    {
      bus: 0,
      devices: [
        {
          bus: 0,
          slot: 5,
          function: 0,
          qdev_id: 'qdt.slot0',
          pci_bridge: { devices: [{ bus: 1, slot: 0, function: 0, qdev_id: device }] },
        },
        { bus: 0, slot: 6, function: 0, qdev_id: 'qdt.slot1', pci_bridge: {} },
      ],
    },
  ],
});

const gone = (device: string): NonNullable<Scenario['monitor']>[string] => ({
  then: [{ event: 'DEVICE_DELETED', data: { device } }],
});

/** What the guest's `hw` is told when it asks for this, and says that so often. */
async function told(monitor: Scenario['monitor'], words: readonly string[], says?: string): Promise<string> {
  using dispatcher = dispatcherRig(
    { monitor: { 'qom-list': someDevices, ...monitor } },
    { announces: false, guestMs: 80 },
  );
  const [host, channel] = duplexPair();
  serveRequests(host, dispatcher, () => undefined);
  let heard = '';
  channel.on('data', (chunk: Buffer) => (heard += chunk.toString().replaceAll(`${id} `, '')));
  channel.write(`\n${[id, ...words].join('\t')}\n`);
  if (says !== undefined) {
    await eventually(() => expect(heard).toContain('release '));
    channel.write(`\n${id}\ttold\t${says}\n`);
  }
  await eventually(() => expect(heard).toMatch(/^end \d$/m));
  return heard;
}

describe('a kernel that does not hear of what comes and goes', () => {
  const released = 'release /sys/bus/pci/devices/0000:00:05.0\n';

  it('looks for a device in a slot', async () => {
    expect(await told({ 'query-pci': inSlot('new'), device_add: {} }, ['plug', 'edu,id=new'])).toBe(
      'look\nawait /proc/bus/pci/01/00.0\nout 0000:01:00.0\nend 0\n',
    );
  });

  it('does not look for one that is in none, and which goes without its help', async () => {
    const monitor = { 'query-pci': inSlot('other'), device_add: {}, device_del: gone('edu0') };
    expect(await told(monitor, ['plug', 'usb-kbd,id=new'])).toBe('out new\nend 0\n');
    expect(await told(monitor, ['unplug', 'edu0'])).toBe('end 0\n');
  });

  it('lets a device go that is to leave its slot, and QEMU takes it out', async () => {
    const monitor = { 'query-pci': inSlot('edu0'), device_del: gone('edu0') };
    expect(await told(monitor, ['unplug', 'edu0'], 'ok')).toBe(`${released}end 0\n`);
  });

  it.each([
    ['ok', 'the guest has not released edu0 within 0.08 s'],
    ['failed the kernel keeps it', 'the guest has not released edu0: the kernel keeps it'],
  ])('that says %j, but whose device stays, is refused', async (says, why) => {
    const monitor = { 'query-pci': inSlot('edu0'), device_del: gone('other'), 'query-status': {} };
    expect(await told(monitor, ['unplug', 'edu0'], says)).toBe(`${released}err ${why}\nend 1\n`);
  });
});
