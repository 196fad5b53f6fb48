import { describe, expect, it } from 'vitest';
import { defineI2cDevice } from '../../../src/device/i2c/define-i2c-device.ts';
import { createTestBus } from '../../../src/device/test-bus/create-test-bus.ts';
import { cells, sensor } from './i2c-models.ts';

describe('an I2C device with a pointer that stays', () => {
  it('reads the register of its pointer, again and again', async () => {
    const bus = await createTestBus(sensor);
    await bus.i2c.write([0x02]);
    expect([...(await bus.i2c.read(5))]).toEqual([0x4b, 0x00, 0x4b, 0x00, 0x4b]);
    expect([...(await bus.i2c.read(1))]).toEqual([0x4b]);
    expect([...(await bus.i2c.read(2))]).toEqual([0x4b, 0x00]);
  });

  it('gives registers by their names', async () => {
    const bus = await createTestBus(sensor);
    bus.setControl('temperature', -12.5);
    expect(await bus.read('TEMP')).toBe(0xf380);
    await bus.write('THYST', 0x1234);
    expect(await bus.read('THYST')).toBe(0x1234);
    expect([...(await bus.i2c.writeRead([0x02], 2))]).toEqual([0x12, 0x34]);
  });

  it('keeps to the access rules, also of fields', async () => {
    const bus = await createTestBus(sensor);
    await bus.i2c.write([0x00, 0xff, 0xff]);
    expect(await bus.read('TEMP')).toBe(0x1500);
    await bus.write('CONF', 0xff);
    expect(await bus.read('CONF')).toBe(0b11001);
  });

  it('takes the bytes of a register that came before the end of the message', async () => {
    const bus = await createTestBus(sensor);
    await bus.i2c.write([0x02, 0xaa]);
    expect(await bus.read('THYST')).toBe(0xaa00);
  });

  it('reads ones and takes writes where nothing is', async () => {
    const bus = await createTestBus(sensor);
    await bus.i2c.write([0x77, 1, 2, 3]);
    expect([...(await bus.i2c.read(3))]).toEqual([0xff, 0xff, 0xff]);
    expect(bus.coverage.unmapped).toBe(2);
  });

  it('counts registers and fields', async () => {
    const bus = await createTestBus(sensor);
    await bus.write('CONF', 0x08);
    await bus.read('CONF');
    expect(bus.coverage.registers['CONF']).toEqual({
      reads: 1,
      writes: 1,
      fields: {
        SHUTDOWN: { reads: 1, writtenZero: 1, writtenNonZero: 0 },
        QUEUE: { reads: 1, writtenZero: 0, writtenNonZero: 1 },
      },
    });
    expect(bus.coverage).not.toHaveProperty('exchanges');
  });

  it('logs messages by the register', async () => {
    const bus = await createTestBus(sensor);
    await bus.read('TEMP');
    expect(bus.log.map((entry) => 'what' in entry && `${entry.what}: ${entry.bytes}`)).toEqual([
      'message TEMP (out, 1 byte): 00',
      'message TEMP (in, 2 bytes): 1500',
    ]);
  });
});

const wide = defineI2cDevice({
  name: 'wide',
  i2c: { address: 0x20 },
  endian: 'little',
  autoIncrement: 'register',
  registers: {
    STATUS: { at: 0, width: 3, access: 'RC', reset: 0x030201 },
    COUNT: { at: 1, width: 4 },
    SERIAL: { at: 2, width: 8, access: 'RO', reset: 0x0102030405060708n },
  },
});

describe('an I2C device whose pointer goes on by register', () => {
  it('goes on behind the last byte', async () => {
    const bus = await createTestBus(wide);
    await bus.write('COUNT', 0xaabbccdd);
    expect([...(await bus.i2c.writeRead([0x01], 12))]).toEqual([0xdd, 0xcc, 0xbb, 0xaa, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(await bus.read('SERIAL')).toBe(0x0102030405060708n);
  });

  it('clears only what was read', async () => {
    const bus = await createTestBus(wide);
    expect([...(await bus.i2c.writeRead([0x00], 2))]).toEqual([1, 2]);
    expect(await bus.read('STATUS')).toBe(0x030000);
    expect(await bus.read('STATUS')).toBe(0);
  });
});

describe('an I2C memory', () => {
  it('has addresses of two bytes', async () => {
    const bus = await createTestBus(cells);
    expect([...(await bus.i2c.writeRead([0x01, 0xfe], 4))]).toEqual([0xfe, 0xff, 0x00, 0x01]);
    expect([...(await bus.i2c.read(1))]).toEqual([0x02]);
  });

  it('goes on at the start of a page', async () => {
    const bus = await createTestBus(cells);
    await bus.i2c.write([0x00, 0x3e, 0xa0, 0xa1, 0xa2, 0xa3]);
    expect([...(await bus.i2c.writeRead([0x00, 0x3e], 3))]).toEqual([0xa0, 0xa1, 0x40]);
    expect([...(await bus.i2c.writeRead([0x00, 0x20], 3))]).toEqual([0xa2, 0xa3, 0x22]);
  });

  it('does not move its pointer for half an address', async () => {
    const bus = await createTestBus(cells);
    await bus.i2c.write([0x00, 0x10]);
    await bus.i2c.write([0x03]);
    expect([...(await bus.i2c.read(1))]).toEqual([0x10]);
  });
});

describe('handlers of an I2C device', () => {
  const slow = defineI2cDevice({
    name: 'slow',
    i2c: { address: 0x20 },
    registers: { RESULT: { at: 0, width: 2 }, START: { at: 1 }, BROKEN: { at: 2 } },
    state: () => ({ stops: 0, isAsleep: false }),
    controls: { stops: { type: 'number', initial: 0 } },
    read: {
      RESULT: async () => await Promise.resolve(0x1234),
      BROKEN: () => {
        throw new Error('oh');
      },
    },
    write: {
      START: async ({ state, regs, clock }, written) => {
        await new Promise<void>((resolve) => clock.after(1000, resolve));
        regs.RESULT = written;
        state.isAsleep = written === 0xff;
      },
    },
    stop: ({ state, controls }) => {
      controls.stops = ++state.stops;
    },
    acknowledges: ({ state }) => !state.isAsleep,
  });

  it('may take their time, and the message takes as long', async () => {
    const bus = await createTestBus(slow);
    let isDone = false;
    const written = bus.write('START', 7).then(() => (isDone = true));
    await bus.settle();
    expect(isDone).toBe(false);
    await bus.step(1000);
    await written;
    expect(await bus.read('RESULT')).toBe(0x1234);
    expect(bus.getControl('stops')).toBe(2);
  });

  it('may refuse the address', async () => {
    const bus = await createTestBus(slow);
    const written = bus.write('START', 0xff);
    await bus.step(1000);
    await written;
    await expect(bus.read('RESULT')).rejects.toThrow('a write of 1 bytes: nak-address');
  });

  it('end the test with their stack when they throw', async () => {
    const bus = await createTestBus(slow);
    await expect(bus.read('BROKEN')).rejects.toThrow('the model failed in read of BROKEN: Error: oh');
  });
});
