import { type AmlObject, bytes, device, integer, list, named, scope, text } from '../../../../src/device/acpi/aml.ts';
import { hidDescriptorAt } from '../../../../src/device/acpi/dsm.ts';
import { dsmMethod } from '../../../../src/device/acpi/dsm-method.ts';
import { deviceObject, placeObject } from '../../../../src/device/acpi/device-object.ts';
import {
  gpioInterrupt,
  gpioLine,
  i2cConnection,
  memory32,
  type Resource,
  resourceTemplate,
  spiConnection,
  uartConnection,
} from '../../../../src/device/acpi/resources.ts';

export interface AmlCase {
  readonly what: string;
  readonly objects: readonly AmlObject[];
  /** The same in the source language of ACPI. */
  readonly source: string;
  /** Hexadecimal. */
  readonly expected: string;
}

function resource(what: string, given: Resource, source: string, expected: string): AmlCase {
  const objects = [named('_CRS', resourceTemplate([given]))];
  return { what, objects, source: `Name (_CRS, ResourceTemplate () { ${source} })`, expected };
}

const place = { parent: '\\_SB.QDTB', name: 'D000', gpios: '\\_SB.QDTB' };

/** A device that is found by its compatible string, at its place. `source`: what stands in it behind its id. */
function onBoard(what: string, object: AmlObject, source: string, expected: string): AmlCase {
  return {
    what,
    objects: [scope('\\_SB', [device('QDTB', [])]), scope('\\_SB.QDTB', [object])],
    source:
      'Scope (\\_SB) { Device (QDTB) {} } ' +
      `Scope (\\_SB.QDTB) { Device (D000) { Name (_HID, "PRP0001") ${source} } }`,
    expected,
  };
}

/** What the encoder must make, and Intel's compiler makes, too. */
export const amlCases: readonly AmlCase[] = [
  {
    what: 'numbers of each size',
    objects: [named('N', list([0, 1, 2, 0xff, 0x100, 0xffff, 0x10000, 0xffffffff, -1].map(integer)))],
    source: 'Name (N, Package () { Zero, One, 2, 0xFF, 0x100, 0xFFFF, 0x10000, 0xFFFFFFFF, 0xFFFFFFFF })',
    expected: '08 4e5f5f5f 12 1d 09 00 01 0a02 0aff 0b0001 0b ffff 0c00000100 0cffffffff 0cffffffff',
  },
  {
    what: 'texts and bytes',
    objects: [named('TEXT', text('at25')), named('BUF', bytes(Buffer.of(1, 2, 3)))],
    source: 'Name (TEXT, "at25") Name (BUF, Buffer () { 1, 2, 3 })',
    expected: '08 54455854 0d 6174323500  08 4255465f 11 06 0a03 010203',
  },
  {
    what: 'paths of one, two and three segments',
    objects: [
      scope('\\_SB', [device('QDTB', [device('B001', [])])]),
      scope('\\_SB.QDTB', []),
      scope('\\_SB.QDTB.B001', [named('_ADR', integer(1))]),
    ],
    source:
      'Scope (\\_SB) { Device (QDTB) { Device (B001) {} } } Scope (\\_SB.QDTB) {} ' +
      'Scope (\\_SB.QDTB.B001) { Name (_ADR, One) }',
    expected:
      '10 14 5c 5f53425f 5b82 0c 51445442 5b82 05 42303031  10 0b 5c 2e 5f53425f 51445442 ' +
      '10 16 5c 2f03 5f53425f 51445442 42303031 08 5f414452 01',
  },
  {
    what: 'a length of two bytes',
    objects: [device('DEV0', [named('_HID', text('INT33C4')), named('TEXT', text('x'.repeat(60)))])],
    source: `Device (DEV0) { Name (_HID, "INT33C4") Name (TEXT, "${'x'.repeat(60)}") }`,
    expected: `5b82 4705 44455630 08 5f484944 0d 494e543333433400 08 54455854 0d ${'78'.repeat(60)} 00`,
  },
  {
    what: 'a device with properties, which is found by its compatible string, too',
    objects: [
      deviceObject({
        ...place,
        acpi: 'INT33C4',
        properties: {
          properties: { compatible: 'a,b', size: 32, names: ['x', 'y'], wakeup: true, ranges: [1, 2n] },
          lines: [],
          nodes: [],
        },
        resources: [],
        children: [placeObject('D001', 7)],
      }),
    ],
    source:
      'Device (D000) { Name (_HID, "INT33C4") Name (_CID, "PRP0001") Name (_DSD, Package () { ' +
      'ToUUID ("daffd814-6eba-4d8c-8a91-bc9bbf4aa301"), Package () { Package () { "compatible", "a,b" }, ' +
      'Package () { "size", 32 }, Package () { "names", Package () { "x", "y" } }, Package () { "wakeup", One }, ' +
      'Package () { "ranges", Package () { One, 2 } } } }) Name (_CRS, ResourceTemplate () {}) ' +
      'Device (D001) { Name (_ADR, 7) } }',
    expected:
      '5b82 4b0a 44303030 08 5f484944 0d494e543333433400 08 5f434944 0d5052503030303100 ' +
      '08 5f445344 12 4a06 02 11 13 0a10 14d8ffdaba6e8c4d8a91bc9bbf4aa301 12 4205 05 ' +
      '12 13 02 0d636f6d70617469626c6500 0d612c6200 12 0a 02 0d73697a6500 0a20 ' +
      '12 12 02 0d6e616d657300 12 08 02 0d7800 0d7900 12 0b 02 0d77616b65757000 01 ' +
      '12 10 02 0d72616e67657300 12 05 02 01 0a02 ' +
      '08 5f435253 11 05 0a02 7900  5b82 0c 44303031 08 5f414452 0a07',
  },
  {
    what: 'a method that looks up what HID over I2C asks',
    objects: [dsmMethod(hidDescriptorAt(0x20))],
    source:
      'Method (_DSM, 4) { If (LEqual (Arg0, ToUUID ("3cdff6f7-4267-4555-ad05-b30a3d8938de"))) { ' +
      'If (LEqual (Arg2, Zero)) { Return (Buffer () { 0x03 }) } If (LEqual (Arg2, One)) { Return (0x20) } } ' +
      'Return (Buffer () { 0x00 }) }',
    expected:
      '14 37 5f44534d 04  a0 2a 93 68 11 13 0a10 f7f6df3c67425545ad05b30a3d8938de ' +
      'a0 0a 93 6a 00 a4 11 04 0a01 03  a0 07 93 6a 01 a4 0a20  a4 11 04 0a01 00',
  },
  {
    what: 'a method with every kind of answer, and functions up to the last',
    objects: [
      dsmMethod({
        '00000000-0000-0000-0000-000000000001': { 2: 'x', 9: Buffer.of(1, 2) },
        '00000000-0000-0000-0000-000000000002': { 63: [1, 2], 5: ['a', 'b'] },
      }),
    ],
    source:
      'Method (_DSM, 4) { If (LEqual (Arg0, ToUUID ("00000000-0000-0000-0000-000000000001"))) { ' +
      'If (LEqual (Arg2, Zero)) { Return (Buffer () { 0x05, 0x02 }) } If (LEqual (Arg2, 2)) { Return ("x") } ' +
      'If (LEqual (Arg2, 9)) { Return (Buffer () { 1, 2 }) } } ' +
      'If (LEqual (Arg0, ToUUID ("00000000-0000-0000-0000-000000000002"))) { ' +
      'If (LEqual (Arg2, Zero)) { Return (Buffer () { 0x21, 0, 0, 0, 0, 0, 0, 0x80 }) } ' +
      'If (LEqual (Arg2, 5)) { Return (Package () { "a", "b" }) } ' +
      'If (LEqual (Arg2, 63)) { Return (Package () { One, 2 }) } } Return (Buffer () { 0x00 }) }',
    expected:
      '14 4009 5f44534d 04  a0 3a 93 68 11 13 0a10 00000000000000000000000000000001 ' +
      'a0 0b 93 6a 00 a4 11 05 0a02 0502  a0 09 93 6a 0a02 a4 0d 7800  a0 0c 93 6a 0a09 a4 11 05 0a02 0102 ' +
      'a0 4704 93 68 11 13 0a10 00000000000000000000000000000002 ' +
      'a0 11 93 6a 00 a4 11 0b 0a08 2100000000000080  a0 0f 93 6a 0a05 a4 12 08 02 0d6100 0d6200 ' +
      'a0 0c 93 6a 0a3f a4 12 05 02 01 0a02  a4 11 04 0a01 00',
  },
  onBoard(
    'lines that a driver finds by name, in front of its interrupt',
    deviceObject({
      ...place,
      acpi: 'PRP0001',
      properties: {
        properties: { compatible: 'a,b' },
        lines: [
          { property: 'reset-gpios', pin: 5, activeLow: true },
          { property: 'ready-gpios', pin: 7, activeLow: false },
        ],
        nodes: [],
      },
      resources: [gpioInterrupt(4, {}, place.gpios)],
      children: [],
    }),
    'Name (_DSD, Package () { ToUUID ("daffd814-6eba-4d8c-8a91-bc9bbf4aa301"), Package () { ' +
      'Package () { "compatible", "a,b" }, ' +
      'Package () { "reset-gpios", Package () { \\_SB.QDTB.D000, Zero, Zero, One } }, ' +
      'Package () { "ready-gpios", Package () { \\_SB.QDTB.D000, One, Zero, Zero } } } }) ' +
      'Name (_CRS, ResourceTemplate () { ' +
      'GpioIo (Exclusive, PullDefault, 0, 0, IoRestrictionNone, "\\\\_SB.QDTB", 0, ResourceConsumer) { 5 } ' +
      'GpioIo (Exclusive, PullDefault, 0, 0, IoRestrictionNone, "\\\\_SB.QDTB", 0, ResourceConsumer) { 7 } ' +
      'GpioInt (Level, ActiveHigh, Exclusive, PullDefault, 0, "\\\\_SB.QDTB", 0, ResourceConsumer) { 4 } })',
    '100d5c5f53425f 5b8205514454421046115c2e5f53425f51445442 5b82481044303030' +
      '085f4849440d5052503030303100 085f4453441249070211130a1014d8ffdaba6e8c4d8a91bc9bbf4aa30112410603' +
      '1213020d636f6d70617469626c65000d612c6200' +
      '1224020d72657365742d6770696f73001214045c2f035f53425f5144544244303030000001' +
      '1224020d72656164792d6770696f73001214045c2f035f53425f5144544244303030010000 085f435253114f060a6b' +
      '8c2000010101000000000000000017000019002300000005005c5f53422e5144544200' +
      '8c2000010101000000000000000017000019002300000007005c5f53422e5144544200' +
      '8c2000010001000000000000000017000019002300000004005c5f53422e5144544200 7900',
  ),
  onBoard(
    'nodes below a device',
    deviceObject({
      ...place,
      acpi: 'PRP0001',
      properties: {
        properties: {},
        lines: [],
        nodes: [
          { properties: { label: 'a' }, lines: [{ property: 'gpios', pin: 1, activeLow: false }] },
          { properties: {}, lines: [{ property: 'gpios', pin: 2, activeLow: true }] },
        ],
      },
      resources: [],
      children: [],
    }),
    'Name (_DSD, Package () { ToUUID ("dbb8e3e6-5886-4ba6-8795-1319f52a966b"), Package () { ' +
      'Package () { "N000", "N000" }, Package () { "N001", "N001" } } }) ' +
      'Name (N000, Package () { ToUUID ("daffd814-6eba-4d8c-8a91-bc9bbf4aa301"), Package () { ' +
      'Package () { "label", "a" }, Package () { "gpios", Package () { \\_SB.QDTB.D000, Zero, Zero, Zero } } } }) ' +
      'Name (N001, Package () { ToUUID ("daffd814-6eba-4d8c-8a91-bc9bbf4aa301"), Package () { ' +
      'Package () { "gpios", Package () { \\_SB.QDTB.D000, One, Zero, One } } } }) ' +
      'Name (_CRS, ResourceTemplate () { ' +
      'GpioIo (Exclusive, PullDefault, 0, 0, IoRestrictionNone, "\\\\_SB.QDTB", 0, ResourceConsumer) { 1 } ' +
      'GpioIo (Exclusive, PullDefault, 0, 0, IoRestrictionNone, "\\\\_SB.QDTB", 0, ResourceConsumer) { 2 } })',
    '100d5c5f53425f 5b820551445442104b135c2e5f53425f51445442 5b824d1244303030' +
      '085f4849440d5052503030303100 085f44534412370211130a10e6e3b8db8658a64b87951319f52a966b122002' +
      '120e020d4e303030000d4e30303000 120e020d4e303031000d4e30303100' +
      '084e3030301246040211130a1014d8ffdaba6e8c4d8a91bc9bbf4aa301122e02 120c020d6c6162656c000d6100' +
      '121e020d6770696f73001214045c2f035f53425f5144544244303030000000' +
      '084e30303112380211130a1014d8ffdaba6e8c4d8a91bc9bbf4aa301122101' +
      '121e020d6770696f73001214045c2f035f53425f5144544244303030010001 085f435253114c040a48' +
      '8c2000010101000000000000000017000019002300000001005c5f53422e5144544200' +
      '8c2000010101000000000000000017000019002300000002005c5f53422e5144544200 7900',
  ),
  resource(
    'registers',
    memory32(0xfde10000, 0x100),
    'Memory32Fixed (ReadWrite, 0xFDE10000, 0x100)',
    '08 5f435253 11 11 0a0e 86 0900 01 0000e1fd 00010000 7900',
  ),
  resource(
    'an address on I2C',
    i2cConnection(0x48, 400_000, '\\_SB.QDTB'),
    'I2cSerialBusV2 (0x48, ControllerInitiated, 400000, AddressingMode7Bit, "\\\\_SB.QDTB", 0, ResourceConsumer)',
    '08 5f435253 11 21 0a1e 8e 1900 02 00 01 02 0000 01 0600 801a0600 4800 5c5f53422e5144544200 7900',
  ),
  resource(
    'a chip select of SPI',
    spiConnection({ chipSelect: 2, hz: 1_000_000, mode: 3 }, '\\_SB.QDTB'),
    'SpiSerialBusV2 (2, PolarityLow, FourWireMode, 8, ControllerInitiated, 1000000, ClockPolarityHigh, ' +
      'ClockPhaseSecond, "\\\\_SB.QDTB", 0, ResourceConsumer)',
    '08 5f435253 11 24 0a21 8e 1c00 02 00 02 02 0000 01 0900 40420f00 08 01 01 0200 5c5f53422e5144544200 7900',
  ),
  resource(
    'the far end of a UART',
    uartConnection(9600, '\\_SB.QDTB.UAR0'),
    'UartSerialBusV2 (9600, DataBitsEight, StopBitsOne, 0, LittleEndian, ParityTypeNone, FlowControlNone, 16, 16, ' +
      '"\\\\_SB.QDTB.UAR0", 0, ResourceConsumer)',
    '08 5f435253 11 2a 0a27 8e 2200 02 00 03 02 3400 01 0a00 80250000 1000 1000 00 00 ' +
      '5c5f53422e514454422e5541523000 7900',
  ),
  resource(
    'a level interrupt',
    gpioInterrupt(4, {}, '\\_SB.QDTB'),
    'GpioInt (Level, ActiveHigh, Exclusive, PullDefault, 0, "\\\\_SB.QDTB", 0, ResourceConsumer) { 4 }',
    '08 5f435253 11 28 0a25 8c 2000 01 00 0100 0000 00 0000 0000 1700 00 1900 2300 0000 0400 ' +
      '5c5f53422e5144544200 7900',
  ),
  resource(
    'a line',
    gpioLine(9, '\\_SB.QDTB'),
    'GpioIo (Exclusive, PullDefault, 0, 0, IoRestrictionNone, "\\\\_SB.QDTB", 0, ResourceConsumer) { 9 }',
    '08 5f435253 11 28 0a25 8c 2000 01 01 0100 0000 00 0000 0000 1700 00 1900 2300 0000 0900 ' +
      '5c5f53422e5144544200 7900',
  ),
  resource(
    'an interrupt at a falling edge',
    gpioInterrupt(31, { activeLow: true, trigger: 'edge' }, '\\_SB.QDTB'),
    'GpioInt (Edge, ActiveLow, Exclusive, PullDefault, 0, "\\\\_SB.QDTB", 0, ResourceConsumer) { 31 }',
    '08 5f435253 11 28 0a25 8c 2000 01 00 0100 0300 00 0000 0000 1700 00 1900 2300 0000 1f00 ' +
      '5c5f53422e5144544200 7900',
  ),
];
