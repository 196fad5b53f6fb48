import { describe, expect, it } from 'vitest';
import type { BusName } from '../../../src/device/definition/model-base.ts';
import { crowdedOut, misnumberedBus, placeProblem, sharedAddress } from '../../../src/plan/device-place.ts';
import { boardDevice, busModules } from '../../../src/plan/model-buses.ts';
import type { Cell } from '../../../src/plan/plan.ts';
import type { DeviceLine } from '../../../src/suite/suite.ts';
import { suite, suiteTest } from './plan-request.ts';

function line(id: string, more: Pick<DeviceLine, 'place' | 'nic'> = {}): DeviceLine {
  return { id, path: `/s/${id}.ts`, parameters: new Map(), ...more, file: '/s/info/devices', line: 1 };
}

const buses = new Map<string, BusName>([
  ['/s/edu.ts', 'pci'],
  ['/s/scale.ts', 'usb'],
  ['/s/temp.ts', 'i2c'],
  ['/s/net.ts', 'link'],
  ['/s/flash.ts', 'spi'],
]);

function modulesFor(...devices: readonly DeviceLine[]): readonly string[] {
  const test = suiteTest('/s', 'a', { devices });
  return busModules({ suite: suite('/s', [], { tests: [test] }), test }, buses);
}

describe('the modules of the kernel that devices need', () => {
  it('come from the buses of their models, each once', () => {
    expect(modulesFor(line('edu'), line('unknown'))).toEqual([]);
    expect(modulesFor(line('scale'), line('temp'), line('edu'))).toEqual(['xhci_pci', 'i2c_designware_pci', 'i2c_dev']);
  });

  it('do not include the driver of a network card that the suite chose, which may be the one under test', () => {
    expect(modulesFor(line('net'))).toEqual(['virtio_net']);
    expect(modulesFor(line('net', { nic: 'e1000e' }))).toEqual([]);
  });
});

describe('a board', () => {
  it.each([
    [[line('edu'), line('flash')], 'flash'],
    [[line('temp', { place: 'board' })], 'temp'],
    [[line('temp'), line('edu')], undefined],
    [[line('unknown', { place: 'board' })], undefined],
  ])('is there for %o: %s', (devices, id) => {
    const test = suiteTest('/s', 'a', { devices });
    expect(
      boardDevice({ cell: { arch: 'x86_64' } as Cell, suite: suite('/s', [], { tests: [test] }), test }, buses)?.id,
    ).toBe(id);
  });

  it('brings the bus of an I2C device on it', () => {
    expect(modulesFor(line('temp', { place: 'board' }))).toEqual([]);
  });
});

describe('the place of a device', () => {
  it.each([
    [line('t', { place: 'i2c1' }), 'i2c', undefined],
    [line('n', { nic: 'igb' }), 'link', undefined],
    [line('b', { place: 'board' }), 'i2c', undefined],
    [
      line('e', { place: 'i2c0' }),
      'pci',
      'e: bus=i2c0 is a place on I2C, SPI or CAN, but this is a model for pci, which has none',
    ],
    [
      line('f', { place: 'i2c0' }),
      'spi',
      'f: expected a place such as spi0, because this is a model for spi, found bus=i2c0',
    ],
    [line('m', { place: 'can1' }), 'can', undefined],
    [line('u', { nic: 'igb' }), 'usb', 'u: nic=igb is for the model of a link partner, but this is a model for usb'],
  ] as const)('of %o on %s', (device, bus, message) => {
    expect(placeProblem(device, bus)?.message).toBe(message);
  });

  it('is not there for one device more than a controller has ports', () => {
    const devices = Array.from({ length: 16 }, (_, index) => line(`u${index}`));
    expect(crowdedOut(devices.slice(1), () => 'usb')).toBeUndefined();
    expect(crowdedOut(devices, () => 'usb')).toMatchObject({
      device: { id: 'u15' },
      complaint: { message: 'u15: a machine has at most 15 devices on usb, and this is one more' },
    });
    expect(crowdedOut(devices, () => 'pci')).toBeUndefined();
  });

  it('is shared by USB devices and CAN nodes, which have ports of the same controller', () => {
    const devices = Array.from({ length: 16 }, (_, index) =>
      index % 2 === 0 ? line(`u${index}`) : line(`c${index}`, { place: `can${index}` }),
    );
    const busOf = ({ id }: DeviceLine): BusName => (id.startsWith('u') ? 'usb' : 'can');
    expect(crowdedOut(devices.slice(1), busOf)).toBeUndefined();
    expect(crowdedOut(devices, busOf)).toMatchObject({
      device: { id: 'c15' },
      complaint: { message: 'c15: a machine has at most 15 devices on usb, and this is one more' },
    });
  });

  it('is that of an adapter for all nodes of a CAN bus', () => {
    const nodes = Array.from({ length: 32 }, (_, index) => line(`n${index}`, { place: `can${index % 2}` }));
    expect(crowdedOut(nodes, () => 'can')).toBeUndefined();
    const buses = Array.from({ length: 16 }, (_, index) => line(`n${index}`, { place: `can${index}` }));
    expect(crowdedOut(buses, () => 'can')?.device.id).toBe('n15');
  });

  it('is not there on a CAN bus that the guest would number otherwise', () => {
    const devices = [line('a'), line('b', { place: 'can1' }), line('c', { place: 'can0' })];
    expect(misnumberedBus(devices, () => 'can')).toBeUndefined();
    expect(misnumberedBus(devices.slice(1), () => 'can')).toMatchObject({
      device: { id: 'b' },
      complaint: { message: 'b: expected bus=can0 before bus=can1, as the guest numbers them in this order' },
    });
    expect(misnumberedBus(devices.slice(1), () => 'usb')).toBeUndefined();
  });

  it('is not there for two devices with one address on a bus', () => {
    const devices = [line('a'), line('b', { place: 'i2c1' }), line('c', { place: 'i2c0' }), line('d')];
    expect(sharedAddress(devices, ({ id }) => (id === 'd' ? 0x49 : 0x48))).toMatchObject({
      device: { id: 'c' },
      complaint: { message: 'c: expected an address of its own on i2c0, found 0x48, which is that of a' },
    });
    expect(sharedAddress(devices.slice(0, 2), () => 0x48)).toBeUndefined();
    expect(sharedAddress(devices, () => undefined)).toBeUndefined();
  });
});
