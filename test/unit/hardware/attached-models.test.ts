import { onTestFinished, expect, it } from 'vitest';
import type { HostRequest } from '../../../src/device-host/control-protocol.ts';
import type { BusName } from '../../../src/device/definition/model-base.ts';
import type { AttachedModels } from '../../../src/hardware/answerers.ts';
import { LayoutBuilder } from '../../../src/hardware/attach/layout.ts';
import { DiskRegistry } from '../../../src/hardware/disk/disk-registry.ts';
import type { Hardware } from '../../../src/hardware/hardware.ts';
import { monitorEvents } from '../../../src/hardware/monitor-events.ts';
import { PluggedDevices } from '../../../src/hardware/plugged-devices.ts';
import type { QmpEvent } from '../../../src/machine/qmp/message.ts';
import { answerRequest, type HwAnswer } from '../../../src/hardware/request-dispatcher.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

type Seats = readonly (readonly [BusName, string, string?])[];

const seatsOfAll: Seats = [
  ['pci', 'edu0'],
  ['usb', 'scale0'],
  ['i2c', 'temp0'],
  ['serial', 'gps0'],
  ['usb', 'scale1'],
  ['link', 'net0'],
];

const nodes: Seats = [
  ['can', 'motor0'],
  ['can', 'display0', 'can0'],
  ['can', 'horn0', 'can1'],
];

interface Bench {
  readonly ask: (...words: readonly string[]) => Promise<HwAnswer>;
  /** What QEMU and the models were asked for. */
  readonly asked: unknown[];
}

/** A machine with these models, whose QEMU has their devices. */
function bench(seats = seatsOfAll): Bench {
  const asked: unknown[] = [];
  const layout = new LayoutBuilder();
  for (const [bus, id, place] of seats) layout.add(bus, { id, socket: `/s/${id}`, place });
  const present = new Set(layout.devices.map(({ id }) => id));
  let hear: (event: QmpEvent) => void = () => undefined;
  const execute: Hardware['monitor']['execute'] = (name, args) => {
    const id = String(args?.['id']);
    if (name === 'qom-list')
      return Promise.resolve([...present].map((each) => ({ name: each, type: 'child<some-driver>' })));
    if (name === 'query-pci') return Promise.resolve([{ devices: [slot(present)] }]);
    asked.push({ [name]: args });
    if (name === 'device_add') present.add(id);
    if (name === 'device_del') {
      present.delete(id);
      hear({ name: 'DEVICE_DELETED', data: { device: id } });
    }
    return Promise.resolve({});
  };
  const models: AttachedModels = {
    ids: seats.map(([, id]) => id),
    layout,
    ask: ((request: HostRequest): Promise<object> => {
      if (request.do === 'remove') asked.push(request);
      return Promise.resolve({ controls: { level: 5 }, faults: [] });
    }) as AttachedModels['ask'],
  };
  const plugged = new PluggedDevices(new DiskRegistry(temporaryDirectory()));
  onTestFinished(() => plugged[Symbol.dispose]());
  const hardware = Promise.resolve<Hardware>({
    monitor: { execute },
    events: monitorEvents({
      listen: (listener) => {
        hear = listener;
        return { [Symbol.dispose]: () => undefined };
      },
      exited: new Promise(() => undefined),
    }),
    models,
    plugged,
    hasSlots: true,
    takesFromOthers: () => false,
    limits: { guestMs: 100 },
  });
  return { ask: (...words) => answerRequest(words, { hardware }), asked };
}

/** The first slot of ours, free unless the line is in it. */
function slot(present: ReadonlySet<string>): object {
  const devices = present.has('gps0') ? [{ qdev_id: 'gps0', bus: 3, slot: 0, function: 0 }] : [];
  return { qdev_id: 'qdt.slot0', bus: 0, slot: 1, function: 0, pci_bridge: { devices } };
}

it('are listed below what they hang on', async () => {
  const { ask } = bench();
  expect((await ask('list')).text.split('\n')).toEqual([
    'edu0 device model',
    '  control level=5',
    'qdt.usb qemu-xhci',
    '  scale0 device model',
    '    control level=5',
    '  scale1 device model',
    '    control level=5',
    'qdt.i2c0 vfio-user-pci',
    '  temp0 device model',
    '    control level=5',
    'gps0 pci-serial',
    '  gps0 device model',
    '    control level=5',
    'net0 virtio-net-pci',
    '  net0 device model',
    '    control level=5',
  ]);
});

it('are unplugged with what is behind them, and plugged in again', async () => {
  const { ask, asked } = bench();
  expect(await ask('unplug', 'gps0')).toEqual({ outcome: 'done', text: '' });
  expect(asked.splice(0)).toEqual([{ device_del: { id: 'gps0' } }, { 'chardev-remove': { id: 'qdt.model.gps0' } }]);
  expect((await ask('list')).text).toContain('\n  gps0 device model, unplugged\n');
  expect(await ask('plug', 'gps0')).toEqual({
    outcome: 'done',
    text: '0000:03:00.0',
    guestPath: '/sys/bus/pci/devices/0000:03:00.0/tty/tty* /sys/bus/pci/devices/0000:03:00.0/*:*/*/tty/tty*',
  });
  expect(asked.at(-1)).toEqual({
    device_add: { driver: 'pci-serial', id: 'gps0', bus: 'qdt.slot0', chardev: 'qdt.model.gps0' },
  });
  expect((await ask('plug', 'gps0')).outcome).toBe('refused');
});

it('on USB take what is behind them along', async () => {
  const { ask, asked } = bench();
  expect(await ask('unplug', 'scale1')).toEqual({ outcome: 'done', text: '' });
  expect(asked).toEqual([{ device_del: { id: 'scale1' } }]);
});

it('behind a function that they share stay, unless they are removed', async () => {
  const { ask, asked } = bench();
  const stays = 'temp0 is one of the devices behind qdt.i2c0, which stays; hw remove temp0 takes it away';
  expect(await ask('unplug', 'temp0')).toEqual({ outcome: 'refused', text: stays });
  expect(await ask('plug', 'temp0')).toEqual({ outcome: 'refused', text: stays });
  expect(await ask('remove', 'temp0')).toEqual({ outcome: 'done', text: '' });
  expect(asked).toEqual([{ do: 'remove', device: 'temp0' }]);
});

it('at a link take the carrier along when they are removed', async () => {
  const { ask, asked } = bench();
  expect(await ask('remove', 'net0')).toEqual({ outcome: 'done', text: '' });
  expect(asked).toEqual([{ do: 'remove', device: 'net0' }, { set_link: { name: 'net0', up: false } }]);
});

it('that share an adapter stay, which the name of their bus unplugs', async () => {
  const { ask, asked } = bench(nodes);
  const shares =
    'motor0 shares its adapter with display0, which must not go with it; hw remove motor0 takes it away, ' +
    'and hw unplug can0 all with the adapter';
  expect(await ask('unplug', 'motor0')).toEqual({ outcome: 'refused', text: shares });
  expect((await ask('unplug', 'display0')).text).toMatch(/^display0 is one of the devices behind motor0, which stays/);
  expect(asked).toEqual([]);
  expect(await ask('unplug', 'can0')).toEqual({ outcome: 'done', text: '' });
  expect(asked).toEqual([{ device_del: { id: 'motor0' } }]);
  expect(await ask('plug', 'motor0')).toEqual({ outcome: 'refused', text: shares });
  expect((await ask('plug', 'can0')).outcome).toBe('done');
  expect(asked.at(-1)).toEqual({
    device_add: { driver: 'usb-redir', id: 'motor0', bus: 'qdt.usb.0', port: '1', chardev: 'qdt.model.motor0' },
  });
});

it('that are alone behind their adapter go with it', async () => {
  const { ask } = bench(nodes);
  expect((await ask('unplug', 'horn0')).outcome).toBe('done');
  expect((await ask('plug', 'horn0')).outcome).toBe('done');
});

it('that have the name of their bus stay, too', async () => {
  const { ask } = bench([
    ['can', 'can0'],
    ['can', 'ear0'],
  ]);
  expect(await ask('unplug', 'can0')).toEqual({
    outcome: 'refused',
    text: 'can0 shares its adapter with ear0, which must not go with it; hw remove can0 takes it away',
  });
});
