import { describe, expect, it } from 'vitest';
import {
  defineGpioLines,
  defineI2cDevice,
  definePlatformDevice,
  defineSpiDevice,
  hidDescriptorAt,
} from '../../../../src/device.ts';
import { busKinds, recordKinds } from '../../../../src/device/board/board-layout.ts';
import { GpioUnit } from '../../../../src/device/unit/gpio-unit.ts';
import { I2cUnit } from '../../../../src/device/unit/i2c-unit.ts';
import { PlatformUnit } from '../../../../src/device/unit/platform-unit.ts';
import { SpiUnit } from '../../../../src/device/unit/spi-unit.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { disassembled, hasCompiler } from '../acpi/reference-compiler.ts';
import { BoardRig, unitOptions } from './board-rig.ts';

const bars = { 0: { size: 0x100, registers: { DATA: { at: 0 } } } };

const port = definePlatformDevice({
  name: 'port',
  platform: { acpi: 'INT33C4' },
  properties: { 'reg-shift': 2 },
  clocks: { baudclk: 1_843_200 },
  gpios: { reset: { direction: 'out', activeLow: true }, ready: { direction: 'in' } },
  interrupts: { line: true },
  bars,
});

const sensor = defineI2cDevice({
  name: 'sensor',
  i2c: { address: 0x10, acpi: 'CPLM3218', interrupt: { activeLow: true } },
  registers: { DATA: { at: 0 } },
});

const plain = defineI2cDevice({
  name: 'plain',
  i2c: { address: 0x11, type: 'plain' },
  registers: { DATA: { at: 0 } },
});

const keys = defineGpioLines({
  name: 'keys',
  lines: { enter: { direction: 'in', activeLow: true }, power: { direction: 'out' } },
  platform: {
    acpi: 'PRP0001',
    compatible: 'gpio-keys',
    lines: { power: 'power' },
    children: [{ properties: { label: 'enter' }, lines: { gpios: 'enter' } }],
  },
});

const converter = defineSpiDevice({
  name: 'converter',
  spi: { acpi: 'PRP0001', compatible: 'acme,converter', maxHz: 1_000_000, mode: 1 },
  exchange: (_device, sent) => sent,
});

async function rig(): Promise<BoardRig> {
  return await new BoardRig(
    { id: 'port0', unit: new PlatformUnit(port, unitOptions) },
    { id: 'sensor0', unit: new I2cUnit(sensor, unitOptions) },
    { id: 'plain0', unit: new I2cUnit(plain, unitOptions) },
    { id: 'converter0', unit: new SpiUnit(converter, unitOptions) },
    { id: 'keys0', unit: new GpioUnit(keys, unitOptions) },
  ).start();
}

interface Found {
  readonly kind: number;
  readonly content: Buffer;
}

function recordsIn(configuration: Buffer): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < configuration.length; at += configuration.readUInt16LE(at + 2))
    found.push({
      kind: configuration.readUInt16LE(at),
      content: configuration.subarray(at + 4, at + configuration.readUInt16LE(at + 2)),
    });
  return found;
}

describe('a board with devices that ACPI describes', () => {
  it('names them by their paths, and the others as ever', async () => {
    const board = await rig();
    await board.send(0, 'configuration', []);
    const records = recordsIn(board.answer(0).data);
    const nodes = records
      .filter(({ kind }) => kind === recordKinds.node)
      .map(({ content }) => [content.readUInt32LE(0), content.subarray(4).toString().replace(/\0+$/, '')]);
    expect(nodes).toEqual([
      [busKinds.platform, '\\_SB.QDTB.D000'],
      [busKinds.i2c, '\\_SB.QDTB.B001.D001'],
      [busKinds.spi, '\\_SB.QDTB.B002.D002'],
      [busKinds.platform, '\\_SB.QDTB.D003'],
    ]);
    const devices = records.filter(({ kind }) => kind === recordKinds.device);
    expect(devices.map(({ content }) => content.readUInt32LE(8))).toEqual([0x11]);
  });

  it('names their clocks behind them, because ACPI has none', async () => {
    const board = await rig();
    await board.send(0, 'configuration', []);
    const records = recordsIn(board.answer(0).data);
    const at = records.findIndex(({ kind }) => kind === recordKinds.node);
    expect(records.slice(at, at + 3).map(({ kind }) => kind)).toEqual([
      recordKinds.node,
      recordKinds.clock,
      recordKinds.node,
    ]);
    expect(records[at + 1]?.content.readUInt32LE(0)).toBe(1_843_200);
    expect(records[at + 1]?.content.subarray(4).toString()).toMatch(/^baudclk\0/);
  });

  it.runIf(hasCompiler)('has a table of its buses, which the kernel loads first', async () => {
    const board = await rig();
    await board.send(0, 'busTable', []);
    const source = disassembled(board.answer(0).data, temporaryDirectory()).replaceAll(/\s+/g, ' ');
    expect(source).toContain(
      'Scope (\\_SB) { Device (QDTB) { Name (_ADR, Zero) // _ADR: Address ' +
        'Device (B001) { Name (_ADR, One) // _ADR: Address } ' +
        'Device (B002) { Name (_ADR, 0x02) // _ADR: Address } } }',
    );
  });

  it.runIf(hasCompiler)('has a table of its devices for the place of its BAR', async () => {
    const board = await rig();
    await board.write('base', 0xfde00000);
    await board.send(0, 'deviceTable', []);
    const source = disassembled(board.answer(0).data, temporaryDirectory()).replaceAll(/\s+/g, ' ');
    expect(source).toContain('Scope (\\_SB.QDTB) { Device (D000) { Name (_HID, "INT33C4"');
    expect(source).toContain('"reg-shift", 0x02');
    expect(source).toContain('Memory32Fixed (ReadWrite, 0xFDE10000, // Address Base 0x00000100, // Address Length )');
    expect(source).toContain(
      'GpioInt (Level, ActiveHigh, Exclusive, PullDefault, 0x0000, "\\\\_SB.QDTB", 0x00, ResourceConsumer, , ) ' +
        '{ // Pin list 0x0000 }',
    );
    // Lines have their numbers in the order of the devices: the interrupt is the first.
    expect(source).toContain('"reset-gpios", Package (0x04) { \\_SB.QDTB.D000, Zero, Zero, One }');
    expect(source).toContain('"ready-gpios", Package (0x04) { \\_SB.QDTB.D000, One, Zero, Zero }');
    expect(source.indexOf('{ // Pin list 0x0001 }')).toBeLessThan(source.indexOf('{ // Pin list 0x0000 }'));
    expect(source).toContain('Scope (\\_SB.QDTB) { Device (D003) { Name (_HID, "PRP0001"');
    expect(source).toContain('"power-gpios", Package (0x04) { \\_SB.QDTB.D003, Zero, Zero, Zero }');
    expect(source).toContain('"gpios", Package (0x04) { \\_SB.QDTB.D003, One, Zero, One }');
    expect(source).toContain('Scope (\\_SB.QDTB.B001) { Device (D001) { Name (_HID, "CPLM3218"');
    expect(source).toContain('I2cSerialBusV2 (0x0010, ControllerInitiated, 0x00061A80,');
    expect(source).toContain('GpioInt (Level, ActiveLow,');
    expect(source).toContain('Scope (\\_SB.QDTB.B002) { Device (D002) { Name (_HID, "PRP0001"');
    expect(source).toContain('"compatible", "acme,converter"');
    expect(source).toContain('SpiSerialBusV2 (0x0000, PolarityLow, FourWireMode, 0x08,');
  });

  it('answers nothing else on the channel of its description', async () => {
    const board = await rig();
    const number = await board.send(0, 'i2c', [{ address: 0x11, sent: [0] }]);
    expect(board.answer(0)).toMatchObject({ number, status: 22 });
  });
});

describe('an id of ACPI', () => {
  const good = { name: 'wrong', bars };
  const uuid = '3cdff6f7-4267-4555-ad05-b30a3d8938de';
  const id =
    'expected an id such as INT33C4 or ACPI0C50, which is three capital letters, or four of them and of digits, ' +
    'with four hexadecimal digits behind them, found';

  it.each<[string, () => unknown, string]>([
    [
      'is none',
      () => definePlatformDevice({ ...good, platform: { acpi: 'int33c4' } }),
      `platform.acpi: ${id} "int33c4"`,
    ],
    ['is too long', () => definePlatformDevice({ ...good, platform: { acpi: 'INT33C4000' } }), `platform.acpi: ${id}`],
    [
      'stands beside a name',
      () => defineI2cDevice({ name: 'wrong', i2c: { address: 0x10, type: 'a', acpi: 'PNP0C50' }, transfer: () => 0 }),
      'i2c: expected either type or acpi, found both; with acpi, the driver is not found by a name',
    ],
    [
      'is absent, and so is a name',
      () => defineSpiDevice({ name: 'wrong', spi: {}, exchange: (_device, sent) => sent }),
      'spi: expected type or acpi, by which the driver is found, found neither',
    ],
    [
      'says that the compatible string counts, and there is none',
      () => definePlatformDevice({ ...good, platform: { acpi: 'PRP0001' } }),
      'platform.compatible: expected VENDOR,DEVICE, because PRP0001 says that it finds the driver; found none',
    ],
    [
      'comes with numbers that ACPI cuts',
      () => definePlatformDevice({ ...good, platform: { acpi: 'INT33C4' }, properties: { size: [1, 2n ** 32n] } }),
      'properties.size: expected numbers of up to 32 bits, because the numbers of ACPI have no more',
    ],
    [
      'is absent, but there is a method of it',
      () =>
        defineI2cDevice({
          name: 'wrong',
          i2c: { address: 0x10, type: 'a', dsm: hidDescriptorAt(1) },
          transfer: () => 0,
        }),
      "i2c.dsm: expected it together with acpi, because it is a method of ACPI's, found no acpi",
    ],
    [
      'has a method without functions',
      () => definePlatformDevice({ ...good, platform: { acpi: 'INT33C4', dsm: {} } }),
      'platform.dsm: expected functions by the UUID of their interface, found none',
    ],
    [
      'has a method of no interface',
      () => definePlatformDevice({ ...good, platform: { acpi: 'INT33C4', dsm: { hid: { 1: 1 } } } }),
      'platform.dsm: expected a UUID such as 3cdff6f7-4267-4555-ad05-b30a3d8938de, found "hid"',
    ],
    [
      'has a method that answers what it makes itself, and too much',
      () => definePlatformDevice({ ...good, platform: { acpi: 'INT33C4', dsm: { [uuid]: { 0: 1, 64: 2 ** 32 } } } }),
      `  platform.dsm["${uuid}"][0]: expected a function from 1 to 63; function 0 is made of the others\n` +
        `  platform.dsm["${uuid}"][64]: expected a function from 1 to 63; function 0 is made of the others\n` +
        `  platform.dsm["${uuid}"][64]: expected a number of up to 32 bits, a text, bytes, or a list of numbers or ` +
        'texts, found 4294967296',
    ],
    [
      'comes with a number that ACPI cuts, in a node below the device',
      () =>
        defineGpioLines({
          name: 'wrong',
          lines: { lit: { direction: 'out' } },
          platform: { acpi: 'ACME0001', children: [{ properties: { size: 2n ** 32n }, lines: { gpios: 'lit' } }] },
        }),
      'platform.children[0].properties.size: expected numbers of up to 32 bits',
    ],
  ])('%s: the error says so', (_what, define, message) => {
    expect(define).toThrow(message);
  });
});
