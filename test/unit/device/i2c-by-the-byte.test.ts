import { describe, expect, it } from 'vitest';
import { designwareModel } from '../../../src/device/i2c/designware/designware-model.ts';
import { I2cBus } from '../../../src/device/i2c/i2c-bus.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { I2cUnit } from '../../../src/device/unit/i2c-unit.ts';
import { createTestBus, defineI2cDevice, ms } from '../../../src/device.ts';
import { BoardRig } from './board/board-rig.ts';

/** Notes all that happens, refuses bytes from 0xf0, and is slow at 0xee. It sends the numbers from 0x10. */
function noting(notes: (string | number)[] = []) {
  const model = defineI2cDevice({
    name: 'noting',
    i2c: { address: 0x30, type: 'noting' },
    controls: { deaf: { type: 'choice', of: ['no', 'in', 'out'], initial: 'no' } },
    state: () => ({ next: 0x10 }),
    acknowledges: ({ controls }, direction) => direction !== controls.deaf,
    start: ({ state }, direction) => {
      state.next = 0x10;
      notes.push(direction);
    },
    writeByte: async ({ clock }, byte) => {
      if (byte === 0xee) await new Promise<void>((resolve) => clock.after(5 * ms, resolve));
      notes.push(byte);
      return byte >= 0xf0 ? 'nak' : undefined;
    },
    readByte: ({ state }) => state.next++,
    stop: () => void notes.push('stop'),
  });
  return { model, notes };
}

const given = (text: string) => expect.objectContaining({ kind: 'exchange', ...parsed(text) }) as object;

function parsed(text: string): object {
  const [what, outcome, bytes] = text.split('; ');
  return { what, outcome, bytes };
}

describe('an I2C model by the byte', () => {
  it('hears of the start, of each byte and of the stop', async () => {
    const { model, notes } = noting();
    const bus = await createTestBus(model);
    expect([...(await bus.i2c.writeRead([1, 2], 3))]).toEqual([0x10, 0x11, 0x12]);
    expect(notes).toEqual(['out', 1, 2, 'in', 'stop']);
    expect(bus.log).toEqual([
      given('message 0x30 (out, 2 bytes); done; 0102'),
      given('message 0x30 (in, 3 bytes); done; 101112'),
    ]);
    expect(bus.coverage.exchanges).toEqual({ '0x30': { count: 2, bytes: 5 } });
  });

  it('refuses a byte, and gets none of those behind it', async () => {
    const { model, notes } = noting();
    const bus = await createTestBus(model);
    await expect(bus.i2c.write([1, 0xf1, 3])).rejects.toThrow('a write of 3 bytes: nak-byte after 1 bytes');
    expect(notes).toEqual(['out', 1, 0xf1, 'stop']);
    expect(bus.log).toEqual([given('message 0x30 (out, 3 bytes); nak; 01')]);
  });

  it('refuses its address in one direction', async () => {
    const { model, notes } = noting();
    const bus = await createTestBus(model);
    bus.setControl('deaf', 'in');
    await bus.i2c.write([1]);
    await expect(bus.i2c.read(1)).rejects.toThrow('a read of 1 bytes: nak-address');
    expect(notes).toEqual(['out', 1, 'stop', 'stop']);
  });

  it('may wait before it acknowledges, starts, or sends a byte', async () => {
    const slow = defineI2cDevice({
      name: 'slow',
      i2c: { address: 0x30, type: 'noting' },
      acknowledges: ({ clock }) => new Promise((resolve) => clock.after(1 * ms, () => resolve(true))),
      start: ({ clock }) => new Promise((resolve) => clock.after(1 * ms, resolve)),
      readByte: ({ clock }) => new Promise((resolve) => clock.after(1 * ms, () => resolve(7))),
    });
    const bus = await createTestBus(slow);
    let isDone = false;
    const bytes = bus.i2c.read(2).finally(() => (isDone = true));
    for (let step = 0; step < 4; step++) {
      expect(isDone).toBe(false);
      await bus.step(1 * ms);
    }
    expect([...(await bytes)]).toEqual([7, 7]);
  });

  it('acknowledges all bytes and sends ones where it has no handler', async () => {
    const heard = defineI2cDevice({ name: 'heard', i2c: { address: 0x30, type: 'noting' }, readByte: () => undefined });
    const bus = await createTestBus(heard);
    await bus.i2c.write([1, 2]);
    expect([...(await bus.i2c.read(2))]).toEqual([0xff, 0xff]);
  });

  it.each<[string, object, string]>([
    ['writeByte', { writeByte: () => false }, "writeByte must return 'nak' or nothing, but it returned false"],
    ['start', { start: () => 'nak', writeByte: () => undefined }, 'start must return nothing, but it returned nak'],
    ['readByte', { readByte: () => 0x100 }, 'readByte must return a whole number from 0 to 0xff, but it returned 256'],
    ['readByte', { readByte: () => ({}) }, 'but it returned another object'],
  ])('fails when %s returns something else', async (_, handlers, message) => {
    const bus = await createTestBus(
      defineI2cDevice({ name: 'wrong', i2c: { address: 0x30, type: 'noting' }, ...handlers }),
    );
    await expect(bus.i2c.writeRead([1], 1)).rejects.toThrow(message);
  });
});

describe('faults of an I2C model by the byte', () => {
  it.each([
    ['nak', 'nak-address', []],
    ['nak byte=2', 'nak-byte after 1 bytes', ['out', 1]],
    ['arbitration-lost', 'arbitration-lost', []],
    ['stuck-low', 'stuck-low', []],
    ['device-remove', 'nak-address', []],
  ])('%s is %s, and the model hears of nothing behind it', async (fault, outcome, heard) => {
    const { model, notes } = noting();
    const bus = await createTestBus(model);
    bus.setFault(fault);
    await expect(bus.i2c.write([1, 2, 3])).rejects.toThrow(`a write of 3 bytes: ${outcome}`);
    expect(notes.filter((note) => note !== 'stop')).toEqual(heard);
    expect(bus.fault(fault.split(' ')[0] ?? '')).toMatchObject({ counted: 1, fired: 1 });
  });

  it('change bytes on the way', async () => {
    const { model, notes } = noting();
    const bus = await createTestBus(model);
    bus.setFault('read-stuck bits=0x80 at=1');
    expect([...(await bus.i2c.read(2))]).toEqual([0x90, 0x91]);
    bus.clearFault();
    bus.setFault('corrupt byte=1 mask=0x0f direction=out');
    await bus.i2c.write([1, 2]);
    expect(notes).toEqual(['in', 'stop', 'out', 1, 0x0d, 'stop']);
  });

  it('name no register, because it has none', async () => {
    const bus = await createTestBus(noting().model);
    expect(() => bus.setFault('nak register=A')).toThrow('an I2C device has no registers');
  });
});

describe('the machine and an I2C model by the byte', () => {
  const options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };
  const [read, stop, restart] = [0x100, 0x200, 0x400];

  async function controller(model: ReturnType<typeof noting>['model']) {
    const wires = new I2cBus();
    const unit = new I2cUnit(model, options);
    wires.add(unit);
    const bus = await createTestBus(designwareModel(wires));
    await bus.write('TAR', 0x30);
    await bus.write('ENABLE', 1);
    const command = async (...commands: readonly number[]): Promise<void> => {
      for (const value of commands) await bus.write('DATA_CMD', value);
    };
    return { bus, unit, command };
  }

  it('a DesignWare controller tells of the byte, and how many it has not sent', async () => {
    const { model, notes } = noting();
    const { bus, command } = await controller(model);
    await command(1, 0xf1, 3, 4 | stop);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe((2 << 23) | (1 << 3));
    expect(notes).toEqual(['out', 1, 0xf1, 'stop']);
  });

  it('a DesignWare controller fetches a long read in pieces, which have one start', async () => {
    const { model, notes } = noting();
    const { bus, command } = await controller(model);
    const bytes: number[] = [];
    await command(...Array.from({ length: 32 }, () => read));
    while (bytes.length < 32) bytes.push(await bus.read('DATA_CMD'));
    await command(read, read | restart | stop);
    while (bytes.length < 34) bytes.push(await bus.read('DATA_CMD'));
    expect(bytes).toEqual([...Array.from({ length: 33 }, (_, index) => 0x10 + index), 0x10]);
    expect(notes).toEqual(['in', 'in', 'stop']);
  });

  it('a controller that gives up while the model is slow sends none of the bytes behind', async () => {
    const { model, notes } = noting();
    const { bus, unit, command } = await controller(model);
    await command(1, 0xee, 3 | stop);
    await bus.write('ENABLE', 0);
    unit.clock.step(5 * ms);
    await bus.settle();
    expect(notes).toEqual(['out', 1, 'stop', 0xee]);
    expect(unit.log.entries()).toEqual([given('message 0x30 (out, 3 bytes); cancelled; 01ee')]);
  });

  it('a board tells of the byte', async () => {
    const { model, notes } = noting();
    const rig = await new BoardRig({ id: 'noting0', unit: new I2cUnit(model, options) }).start();
    await rig.send(1, 'i2c', [
      { address: 0x30, sent: [1] },
      { address: 0x30, wanted: 2 },
    ]);
    expect(rig.answer(1)).toMatchObject({ status: 0, data: Buffer.of(0x10, 0x11, 0, 0) });
    await rig.send(1, 'i2c', [{ address: 0x30, sent: [1, 0xf1, 3] }]);
    expect(rig.answer(1)).toMatchObject({ status: 121 });
    expect(notes).toEqual(['out', 1, 'in', 'stop', 'out', 1, 0xf1, 'stop']);
  });
});
