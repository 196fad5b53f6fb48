import { describe, expect, it } from 'vitest';
import { cause } from '../../../src/device/i2c/designware/causes.ts';
import { designwareModel } from '../../../src/device/i2c/designware/designware-model.ts';
import { queueDepth } from '../../../src/device/i2c/designware/master.ts';
import { I2cBus } from '../../../src/device/i2c/i2c-bus.ts';
import { hostTime } from '../../../src/device/instance/model-clock.ts';
import { parseFault } from '../../../src/device/fault/parse-fault.ts';
import { createTestBus } from '../../../src/device/test-bus/create-test-bus.ts';
import { I2cUnit } from '../../../src/device/unit/i2c-unit.ts';
import { cells, sensor } from './i2c-models.ts';

const read = 0x100;
const stop = 0x200;
const restart = 0x400;
const whatDriverWaitsFor = cause.rxFull | cause.txAbort | cause.stop;

/** The controller as its driver has set it up, with a sensor at 0x48 and 1024 bytes of memory at 0x50. */
async function controller() {
  const wires = new I2cBus();
  const options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };
  const thermometer = new I2cUnit(sensor, options);
  const memory = new I2cUnit(cells, options);
  wires.add(thermometer);
  wires.add(memory);
  const bus = await createTestBus(designwareModel(wires));
  const target = async (address: number): Promise<void> => {
    await bus.write('ENABLE', 0);
    await bus.write('TAR', address);
    await bus.write('ENABLE', 1);
  };
  const command = async (...commands: readonly number[]): Promise<void> => {
    for (const value of commands) await bus.write('DATA_CMD', value);
  };
  const take = async (count: number): Promise<number[]> => {
    const bytes: number[] = [];
    for (let index = 0; index < count; index++) bytes.push(await bus.read('DATA_CMD'));
    return bytes;
  };
  const fault = (text: string): void => thermometer.faults.add(parseFault(text));
  await target(0x48);
  return { bus, thermometer, memory, target, command, take, fault };
}

describe('a DesignWare controller', () => {
  it('says what it is, and how deep its queues are', async () => {
    const { bus } = await controller();
    expect(await bus.read('COMP_TYPE')).toBe(0x44570140);
    const parameters = await bus.read('COMP_PARAM_1');
    expect([(parameters >> 16) & 0xff, (parameters >> 8) & 0xff]).toEqual([queueDepth - 1, queueDepth - 1]);
  });

  it('carries out a write and a read with a repeated start', async () => {
    const { bus, command, take } = await controller();
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    await command(0x00, read | restart, read | stop);
    expect(await bus.read('INTR_STAT')).toBe(cause.rxFull | cause.stop);
    expect(await bus.read('RXFLR')).toBe(2);
    expect(await take(2)).toEqual([0x15, 0x00]);
    expect(await bus.read('INTR_STAT')).toBe(cause.stop);
    await bus.read('CLR_STOP_DET');
    expect(await bus.read('INTR_STAT')).toBe(0);
  });

  it('sends a write when its stop comes', async () => {
    const { thermometer, command } = await controller();
    await command(0x02, 0x46);
    expect(thermometer.log.length).toBe(0);
    await command(0x00 | stop);
    expect(thermometer.log.entries().map((entry) => 'what' in entry && [entry.what, entry.bytes])).toEqual([
      ['message THYST (out, 3 bytes)', '024600'],
    ]);
  });

  it('sends a message for each new cause, and again when the mask is written', async () => {
    const { bus, command } = await controller();
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    expect(bus.takeInterrupts()).toEqual([]);
    await command(0x00, read | restart | stop);
    expect(bus.takeInterrupts().length).toBeGreaterThan(0);
    await bus.write('INTR_MASK', 0);
    expect(bus.takeInterrupts()).toEqual([]);
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    expect(bus.takeInterrupts()).toEqual([0]);
  });

  it('sends one message for all causes until the driver looks', async () => {
    const { bus, command } = await controller();
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    await command(0x00, read | restart, read | stop);
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    expect(bus.takeInterrupts()).toEqual([0]);
    expect(await bus.read('INTR_STAT')).toBe(cause.rxFull | cause.stop);
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    expect(bus.takeInterrupts()).toEqual([0]);
  });

  it('sends a message again when the driver has not looked, but has done away with all causes', async () => {
    const { bus } = await controller();
    await bus.write('INTR_MASK', cause.txEmpty);
    expect(bus.takeInterrupts()).toEqual([0]);
    await bus.write('ENABLE', 0);
    await bus.write('ENABLE', 1);
    expect(bus.takeInterrupts()).toEqual([0]);
  });

  it('tells that its queue is empty as soon as it is enabled', async () => {
    const { bus } = await controller();
    await bus.write('ENABLE', 0);
    await bus.write('INTR_MASK', cause.txEmpty);
    expect(bus.takeInterrupts()).toEqual([]);
    await bus.write('ENABLE', 1);
    expect(bus.takeInterrupts()).toEqual([0]);
    expect(await bus.read('ENABLE_STATUS')).toBe(1);
  });

  it('fetches a long read in pieces of its queue, as one message', async () => {
    const { bus, memory, target, command, take } = await controller();
    await target(0x50);
    await command(0x00, 0x10, read | restart, ...Array.from({ length: queueDepth - 1 }, () => read));
    expect(await bus.read('RXFLR')).toBe(queueDepth);
    const first = await take(queueDepth);
    await command(read, read | stop);
    expect([...first, ...(await take(2))]).toEqual(Array.from({ length: queueDepth + 2 }, (_, n) => (0x10 + n) & 0xff));
    expect(memory.log.entries().map((entry) => 'what' in entry && entry.what)).toEqual([
      'message CELLS (out, 2 bytes)',
      'message CELLS (in, 32 bytes)',
      'message CELLS (in, 32 bytes), 2 more',
    ]);
  });

  it('fetches what was asked for when the driver looks, before the end is known', async () => {
    const { bus, target, command, take } = await controller();
    await target(0x50);
    await command(0x00, 0x03, read | restart);
    await bus.write('INTR_MASK', whatDriverWaitsFor);
    await bus.settle();
    expect(await take(1)).toEqual([3]);
    await command(read, read | stop);
    expect(await take(2)).toEqual([4, 5]);
  });

  it.each([
    ['nak', (1 << 23) | (1 << 0)],
    ['nak byte=1', 1 << 3],
    ['arbitration-lost', (1 << 23) | (1 << 12)],
    ['bus-error', (1 << 23) | (1 << 7)],
  ])('aborts for the fault %s, and takes no command until that was seen', async (fault, source) => {
    const { bus, command, fault: set } = await controller();
    set(`${fault} nth=1`);
    await command(0x01 | stop);
    expect((await bus.read('RAW_INTR_STAT')) & cause.txAbort).not.toBe(0);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(source);
    await command(0x00, read | restart, read | stop);
    expect(await bus.read('RXFLR')).toBe(0);
    await bus.read('CLR_TX_ABRT');
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(0);
    await command(0x00, read | restart, read | stop);
    expect(await bus.read('RXFLR')).toBe(2);
  });

  it('tells how many bytes it did not send', async () => {
    const { bus, target, command, fault } = await controller();
    fault('nak byte=2');
    await command(0x02, 0x46, 0x00, 0x00, 0x00 | stop);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe((3 << 23) | (1 << 3));
    await target(0x20);
    await command(...Array.from({ length: 2 * queueDepth }, () => 0x00), 0x00 | stop);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe((queueDepth << 23) | (1 << 0));
  });

  it('aborts where no device is', async () => {
    const { bus, target, command } = await controller();
    await target(0x20);
    await command(read | stop);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(1 << 0);
  });

  it('aborts at an address of ten bits', async () => {
    const { bus, target, command } = await controller();
    await target(0x1048);
    await command(read | stop);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(1 << 1);
  });

  it('is busy while a device stretches the clock, and drops what comes after it was switched off', async () => {
    const { bus, thermometer, command, fault } = await controller();
    fault('stretch by=5ms nth=1');
    await command(0x00, read | restart, read | stop);
    expect((await bus.read('STATUS')) & 1).toBe(1);
    expect(await bus.read('TXFLR')).toBe(2);
    await bus.write('ENABLE', 0);
    expect(await bus.read('STATUS')).toBe(0b110);
    thermometer.clock.step(5000);
    await bus.settle();
    expect(await bus.read('RXFLR')).toBe(0);
    expect(thermometer.log.entries().map((entry) => entry.kind === 'exchange' && entry.outcome)).toEqual([
      false,
      'cancelled',
    ]);
  });

  it('waits behind a device that holds the clock, also after it was switched off and on', async () => {
    const { bus, thermometer, target, command, fault } = await controller();
    fault('stretch by=5ms nth=1');
    await command(0x00 | stop);
    await target(0x50);
    await command(0x00, 0x07, read | restart | stop);
    expect(await bus.read('RXFLR')).toBe(0);
    thermometer.clock.step(5000);
    await bus.settle();
    expect(await bus.read('RXFLR')).toBe(1);
  });

  it('stays busy while the data line is low, for every device of the bus', async () => {
    const { bus, thermometer, target, command, fault } = await controller();
    fault('stuck-low nth=1');
    await command(0x00 | stop);
    expect((await bus.read('STATUS')) & 1).toBe(1);
    await target(0x50);
    await command(read | stop);
    expect(await bus.read('RXFLR')).toBe(0);
    thermometer.faults.clear();
    await target(0x50);
    await command(read | stop);
    expect(await bus.read('RXFLR')).toBe(1);
  });

  it('gives up when its driver aborts', async () => {
    const { bus, command, fault } = await controller();
    fault('stuck-low');
    await command(0x00 | stop);
    await bus.write('ENABLE', 3);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(1 << 16);
    expect(await bus.read('ENABLE')).toBe(1);
  });
});

describe('a DesignWare controller and a hostile machine', () => {
  it('takes no command while it is off', async () => {
    const { bus, thermometer, command } = await controller();
    await bus.write('ENABLE', 0);
    await command(0x00, read | stop);
    expect(thermometer.log.length).toBe(0);
    expect(await bus.read('TXFLR')).toBe(0);
  });

  it('never has more commands than its queue', async () => {
    const { bus, command, fault } = await controller();
    fault('stuck-low');
    await command(0x00 | stop, ...Array.from({ length: 3 * queueDepth }, () => 0x00));
    expect(await bus.read('TXFLR')).toBe(queueDepth);
    expect((await bus.read('RAW_INTR_STAT')) & cause.txOver).not.toBe(0);
    await bus.read('CLR_TX_OVER');
    expect((await bus.read('RAW_INTR_STAT')) & cause.txOver).toBe(0);
  });

  it('never has more bytes than its queue, however many were read', async () => {
    const { bus, target, command } = await controller();
    await target(0x50);
    for (let round = 0; round < 3; round++) await command(...Array.from({ length: queueDepth }, () => read));
    expect(await bus.read('RXFLR')).toBe(queueDepth);
    expect((await bus.read('RAW_INTR_STAT')) & cause.rxOver).not.toBe(0);
  });

  it('says so when nothing is there to be read', async () => {
    const { bus } = await controller();
    expect(await bus.read('DATA_CMD')).toBe(0);
    expect((await bus.read('RAW_INTR_STAT')) & cause.rxUnder).not.toBe(0);
    await bus.read('CLR_RX_UNDER');
    expect(await bus.read('RAW_INTR_STAT')).toBe(cause.txEmpty);
  });

  it('refuses a message without an end', async () => {
    const { bus, thermometer } = await controller();
    for (let count = 0; count <= 0xffff; count++) await bus.write('DATA_CMD', 0);
    expect(await bus.read('TX_ABRT_SOURCE')).toBe(1 << 3);
    expect(thermometer.log.length).toBe(0);
  });

  it('survives a reset in the middle of a message', async () => {
    const { bus, thermometer, fault } = await controller();
    fault('stretch by=5ms nth=1');
    await bus.write('DATA_CMD', 0x00 | stop);
    await bus.reset();
    thermometer.clock.step(5000);
    await bus.settle();
    expect(bus.takeInterrupts()).toEqual([]);
    await bus.enable();
    expect(await bus.read('STATUS')).toBe(0b110);
  });

  it('survives accesses of every kind to every register', async () => {
    const { bus } = await controller();
    for (const value of [0n, 0xffff_ffffn, 0x5a5a_5a5an]) {
      for (let offset = 0; offset < 0x100; offset += 4) {
        await bus.writeAt(0, { offset, width: 4 }, value);
        await bus.readAt(0, offset, 4);
        await bus.writeAt(0, { offset: offset + 1, width: 1 }, value & 0xffn);
        await bus.readAt(0, offset, 8);
      }
    }
    expect(bus.crash).toBeUndefined();
  });
});
