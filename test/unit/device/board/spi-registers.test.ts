import { describe, expect, it } from 'vitest';
import { createTestBus, defineSpiDevice, DefinitionError } from '../../../../src/device.ts';

/** As many accelerometers: the first byte is an address, with a bit for reads. */
const gyro = defineSpiDevice({
  name: 'gyro',
  spi: { type: 'gyro' },
  endian: 'little',
  autoIncrement: 'byte',
  registers: {
    ID: { at: 0x0f, access: 'RO', reset: 0xd3 },
    CONTROL: { at: 0x20, fields: { ON: { bits: 3 } } },
    X: { at: 0x28, width: 2, access: 'RO' },
    Y: { at: 0x2a, width: 2, access: 'RO' },
  },
  controls: { x: { type: 'number', initial: 0x1234 }, enabled: { type: 'switch', initial: false, readOnly: true } },
  read: { X: ({ controls }) => controls.x, Y: async () => Promise.resolve(0x5678) },
  write: {
    CONTROL: ({ fields, controls }) => {
      controls.enabled = fields.CONTROL.ON === 1;
    },
  },
});

/** Commands, addresses of two bytes, and a dummy byte before what is read. */
const store = defineSpiDevice({
  name: 'store',
  spi: { type: 'store' },
  addressing: { read: 0x0b, write: 0x02, addressBytes: 2, dummyBytes: 1 },
  autoIncrement: 'byte',
  registers: { STATUS: { at: 0x1000, access: 'RO', reset: 0x40 } },
  memory: { CELLS: { at: 0, size: 256, fill: 0xee } },
  commands: { RESET: 0xf0 },
  exchange: ({ memory }, sent, { command }) => {
    if (command === 'RESET') memory.CELLS.fill(0);
    return sent;
  },
});

describe('an SPI device with registers', () => {
  it('is read by an address with a bit', async () => {
    const bus = await createTestBus(gyro);
    expect(await bus.exchange([0x8f, 0])).toEqual(Buffer.of(0xff, 0xd3));
    expect(await bus.read('X')).toBe(0x1234);
    expect(await bus.exchange([0xa8], 5)).toEqual(Buffer.of(0xff, 0x34, 0x12, 0x78, 0x56));
    expect(bus.coverage.registers).toMatchObject({ ID: { reads: 1 }, X: { reads: 2 }, Y: { reads: 1 } });
    expect([bus.coverage.unmapped, bus.coverage.exchanges]).toEqual([0, undefined]);
    expect(bus.log.map((entry) => 'what' in entry && entry.what)).toEqual([
      'exchange ID (2 bytes)',
      'exchange X (3 bytes)',
      'exchange X (5 bytes)',
    ]);
  });

  it('is written by an address without it, and heeds access rules', async () => {
    const bus = await createTestBus(gyro);
    await bus.write('CONTROL', 0x08);
    expect(bus.getControl('enabled')).toBe(true);
    await bus.exchange([0x0f, 0x55]);
    expect(await bus.read('ID')).toBe(0xd3);
    bus.reset();
    expect(await bus.read('CONTROL')).toBe(0);
  });

  it('may have a bit for writes instead', async () => {
    const adc = defineSpiDevice({
      name: 'adc',
      spi: { type: 'adc' },
      addressing: { writeBit: 0x40 },
      registers: { MODE: { at: 3 } },
    });
    const bus = await createTestBus(adc);
    await bus.exchange([0x43, 0x5a]);
    expect(await bus.exchange([0x03, 0])).toEqual(Buffer.of(0xff, 0x5a));
    expect(await bus.read('MODE')).toBe(0x5a);
  });

  it('may have commands, longer addresses and dummy bytes, and other commands beside', async () => {
    const bus = await createTestBus(store);
    await bus.exchange([0x02, 0x00, 0x10, 1, 2, 3]);
    expect((await bus.exchange([0x0b, 0x00, 0x0f, 0], 9)).subarray(4)).toEqual(Buffer.of(0xee, 1, 2, 3, 0xee));
    expect(await bus.read('STATUS')).toBe(0x40);
    await bus.exchange([0xf0]);
    expect((await bus.exchange([0x0b, 0x00, 0x10, 0], 5))[4]).toBe(0);
    expect(bus.coverage.exchanges).toEqual({ RESET: { count: 1, bytes: 1 }, other: { count: 0, bytes: 0 } });
    expect(bus.coverage.unmapped).toBe(0);
  });

  it('leaves half an address to its exchange, and reads all ones where nothing is', async () => {
    const bus = await createTestBus(store);
    expect(await bus.exchange([0x0b, 0x00])).toEqual(Buffer.of(0x0b, 0x00));
    expect((await bus.exchange([0x0b, 0x20, 0x00, 0], 6)).subarray(4)).toEqual(Buffer.of(0xff, 0xff));
    expect(bus.coverage.unmapped).toBe(2);
  });

  it('has faults of single registers', async () => {
    const bus = await createTestBus(gyro);
    bus.setFault('read-stuck bits=0xff at=0 register=X');
    expect([await bus.read('ID'), await bus.read('X')]).toEqual([0xd3, 0]);
    expect(() => bus.setFault('miso-stuck register=Z')).toThrow(/ID, CONTROL, X, Y/);
    expect(() => bus.setFault('miso-stuck command=READ')).toThrow(/command/);
  });

  it.each([
    [{}, 'expected registers, memory or exchange, found none of them'],
    [{ addressing: { readBit: 0x80 }, exchange: () => Buffer.of() }, 'addressing: there are no registers'],
    [{ addressing: { readBit: 0x81 }, registers: { A: { at: 0 } } }, 'addressing.readBit: expected one bit of a byte'],
    [{ registers: { A: { at: 0x81 } } }, 'A: its address has the bit that tells reads from writes'],
    [{ registers: { A: { at: 0x100 } } }, 'A: expected a place below 0x100, which its pointer can reach, found 0x100'],
    [{ registers: { A: { at: 0 } }, exchange: () => Buffer.of() }, 'every exchange is with registers'],
    [
      { addressing: { read: 3, write: 3 }, registers: { A: { at: 0 } } },
      'addressing.write: expected another command than that of a read',
    ],
    [
      { addressing: { read: 3, write: 2, addressBytes: 4 }, registers: { A: { at: 0 } } },
      'addressing.addressBytes: expected 1, 2 or 3, found 4',
    ],
    [{ registers: { A: { at: 0 }, B: { at: 0 } } }, 'B: at 0x0, it overlaps A'],
    [{ registers: { A: { at: 0 } }, read: { B: () => 0 } }, 'a read handler for B: no such register'],
  ])('has its mistakes told: %j', (mistake, problem) => {
    // As a model in JavaScript may do.
    const definition = { name: 'bad', spi: { type: 'bad' }, ...mistake } as unknown;
    const define = () => defineSpiDevice(definition as Parameters<typeof defineSpiDevice>[0]);
    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(problem);
  });
});
