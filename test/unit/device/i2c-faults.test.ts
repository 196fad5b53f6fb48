import { describe, expect, it } from 'vitest';
import { defineI2cDevice } from '../../../src/device/i2c/define-i2c-device.ts';
import { createTestBus } from '../../../src/device/test-bus/create-test-bus.ts';
import { cells, sensor } from './i2c-models.ts';

describe('faults of an I2C device', () => {
  it.each([
    ['nak', 'nak-address'],
    ['arbitration-lost', 'arbitration-lost'],
    ['bus-error', 'bus-error'],
    ['stuck-low', 'stuck-low'],
    ['link-down', 'nak-address'],
    ['device-remove', 'nak-address'],
  ])('%s ends a message as %s, and the model does not hear of it', async (fault, outcome) => {
    const bus = await createTestBus(sensor);
    bus.setFault(fault);
    await expect(bus.write('CONF', 1)).rejects.toThrow(`a write of 2 bytes: ${outcome}`);
    expect(bus.coverage.registers['CONF']?.writes).toBe(0);
    expect(bus.fault(fault).fired).toBe(1);
  });

  it('nak byte= refuses one byte of a write, after those before it', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('nak byte=3');
    await expect(bus.write('THYST', 0x1234)).rejects.toThrow('a write of 3 bytes: nak-byte after 2 bytes');
    expect(bus.log.at(-1)).toMatchObject({ what: 'message THYST (out, 3 bytes)', outcome: 'nak', bytes: '0212' });
    expect(await bus.read('THYST')).toBe(0x1200);
  });

  it('nak byte= counts only messages that have the byte', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('nak byte=2 nth=1');
    await bus.read('TEMP');
    expect(bus.fault('nak')).toMatchObject({ counted: 0, fired: 0 });
    await expect(bus.write('CONF', 1)).rejects.toThrow('nak-byte after 1 bytes');
    expect(bus.fault('nak')).toMatchObject({ counted: 1, fired: 1, first: { access: 'message CONF (out, 2 bytes)' } });
  });

  it('hits the messages of a register and of a direction', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('nak register=THYST direction=in');
    expect(await bus.read('TEMP')).toBe(0x1500);
    await bus.i2c.write([0x02]);
    await expect(bus.i2c.read(2)).rejects.toThrow('a read of 2 bytes: nak-address');
  });

  it('read-stuck changes what is read, and nothing that is written', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('read-stuck bits=0x80 at=1 register=THYST');
    await bus.write('THYST', 0x1234);
    expect(await bus.read('THYST')).toBe(0x92b4);
    bus.clearFault();
    expect(await bus.read('THYST')).toBe(0x1234);
    expect(() => bus.setFault('read-stuck bits=0x100 at=1')).toThrow(
      'fault "read-stuck bits=0x100 at=1": bits: expected up to 0xff, because they stick in each byte of the bus',
    );
  });

  it('corrupt changes one byte on the way, in either direction', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('corrupt byte=2 mask=0x0f direction=out nth=1');
    await bus.write('THYST', 0x1234);
    expect(await bus.read('THYST')).toBe(0x123b);
    bus.clearFault();
    bus.setFault('corrupt byte=0 mask=0x80 direction=in');
    expect(await bus.read('THYST')).toBe(0x923b);
  });

  it('stretch holds the message back', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('stretch by=5ms nth=1');
    let isDone = false;
    const value = bus.read('TEMP').finally(() => (isDone = true));
    await bus.settle();
    expect(isDone).toBe(false);
    await bus.step(5000);
    expect(await value).toBe(0x1500);
  });

  it('stuck-low lasts until it is cleared, and link-down, too', async () => {
    const bus = await createTestBus(sensor);
    for (const fault of ['stuck-low nth=1', 'link-down nth=1']) {
      const id = bus.setFault(fault);
      await expect(bus.read('TEMP')).rejects.toThrow();
      await expect(bus.read('TEMP')).rejects.toThrow();
      bus.clearFault(id);
      expect(await bus.read('TEMP')).toBe(0x1500);
    }
  });

  it('device-remove is for good', async () => {
    const bus = await createTestBus(sensor);
    bus.setFault('device-remove nth=2');
    await expect(bus.read('TEMP')).rejects.toThrow('a read of 2 bytes: nak-address');
    bus.clearFault();
    await expect(bus.read('TEMP')).rejects.toThrow('a write of 1 bytes: nak-address');
  });

  it('refuses what such a device does not have', async () => {
    const bus = await createTestBus(sensor);
    expect(() => bus.setFault('irq-drop')).toThrow('fault "irq-drop": an I2C device has no irq-drop; its faults are');
    expect(() => bus.setFault('nak register=NONE')).toThrow('no register NONE; the registers are TEMP, CONF, THYST');
    expect(() => bus.setFault('nak endpoint=data')).toThrow('an I2C device has no endpoints');
  });
});

describe('a model that carries out messages', () => {
  const echo = defineI2cDevice({
    name: 'echo',
    i2c: { address: 0x30 },
    state: (): { kept: Buffer } => ({ kept: Buffer.alloc(0) }),
    transfer: ({ state }, message) => {
      if (message.direction === 'in') return state.kept.subarray(message.from, message.from + message.length);
      if (message.bytes[0] === 0xee) return 'nak';
      if (message.bytes[0] === 0xdd) return 1;
      state.kept = message.bytes;
      return undefined;
    },
  });

  it('answers with bytes, or with ones where it has none', async () => {
    const bus = await createTestBus(echo);
    await bus.i2c.write([1, 2, 3]);
    expect([...(await bus.i2c.read(5))]).toEqual([1, 2, 3, 0xff, 0xff]);
    expect(bus.coverage.exchanges).toEqual({ '0x30': { count: 2, bytes: 8 } });
    expect(bus.coverage).not.toHaveProperty('dma');
  });

  it('refuses its address or a byte', async () => {
    const bus = await createTestBus(echo);
    await expect(bus.i2c.write([0xee])).rejects.toThrow('nak-address');
    await expect(bus.i2c.write([0xdd, 1])).rejects.toThrow('nak-byte after 1 bytes');
  });

  it('is asked for a long read in pieces, and faults count its bytes', async () => {
    const bus = await createTestBus(cells);
    bus.setFault('corrupt byte=5 direction=in');
    const results = await bus.i2c.transfer([
      { direction: 'out', address: 0x50, bytes: Buffer.from([0, 0]) },
      { direction: 'in', address: 0x50, length: 6 },
    ]);
    expect([...(results[1]?.bytes ?? [])]).toEqual([0, 1, 2, 3, 4, 0xfa]);
  });

  it.each([
    ['a text', () => 'x', "transfer must answer a read with its bytes or 'nak', but it returned a string"],
    ['a number', () => 7, "transfer must answer a read with its bytes or 'nak', but it returned a number"],
    ['an object', () => ({}), "transfer must answer a read with its bytes or 'nak', but it returned another object"],
  ])('fails when it answers a read with %s', async (_, transfer, message) => {
    const wrong = defineI2cDevice({
      name: 'wrong',
      i2c: { address: 0x30 },
      transfer: transfer as unknown as () => undefined,
    });
    const bus = await createTestBus(wrong);
    await expect(bus.i2c.read(1)).rejects.toThrow(message);
  });
});
