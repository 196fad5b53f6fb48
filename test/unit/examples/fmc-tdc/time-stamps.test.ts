import { describe, expect, it } from 'vitest';
import { createTestBus, ms, seconds } from 'qemu-driver-test/device';
import fmcTdc from '../../../../examples/fmc-tdc/model/fmc-tdc.ts';
import {
  bufferAt,
  done,
  enable,
  fetched,
  overflow,
  setUpBuffers,
  started,
  switchBuffers,
  valid,
} from './started-card.ts';

describe('the FMC TDC: what it is', () => {
  it('says so in the places where drivers look', async () => {
    const bus = await createTestBus(fmcTdc);
    expect(await bus.readConfig(0x00, 4)).toBe(0x018d10dcn);
    expect([await bus.read('BASE_VENDOR'), await bus.read('BASE_DEVICE'), await bus.read('APP_OFFSET')]).toEqual([
      0x10dc, 0x53504543, 0x2000,
    ]);
    expect([await bus.read('APP_VENDOR'), await bus.read('APP_DEVICE')]).toEqual([0x10dc, 0x574e0001]);
    expect([await bus.read('SDB_MAGIC'), await bus.read('TDC_TEST_WORD'), await bus.read('TDC_STATUS')]).toEqual([
      0x5344422d, 0xc000ffee, 1,
    ]);
  });

  it('tells temperature and identity of its mezzanine, and whether there is one', async () => {
    const bus = await createTestBus(fmcTdc);
    bus.setControl('serial', 0xcafe);
    bus.setControl('temperature', -1.5);
    expect([
      await bus.read('ONEWIRE_CSR'),
      await bus.read('ONEWIRE_ID_L'),
      await bus.read('ONEWIRE_TEMPERATURE'),
    ]).toEqual([1, 0xcafe, 0xffe8]);
    bus.setControl('thermometer', false);
    bus.setControl('mezzanine', false);
    expect([await bus.read('ONEWIRE_CSR'), await bus.read('FMC_PRESENCE')]).toEqual([0, 0]);
  });
});

describe('the FMC TDC: time stamps', () => {
  it('stamps a pulse with the time that was set, and what has passed since', async () => {
    const bus = await started();
    await bus.write('TDC_START_UTC', 1000);
    await bus.write('TDC_CTRL', 1 << 9);
    await bus.step(2 * seconds + 8);
    bus.setControl('fraction', 4095);
    bus.setControl('pulse', 3);
    expect(await bus.read('TDC_CURRENT_UTC')).toBe(1002);
    expect(bus.getControl('last')).toBe('3 1002 1000 4095 0');
    expect(await fetched(bus, bufferAt(3, 0), 1)).toEqual([[1002, 1000, 4095, 0x0a]]);
  });

  it('numbers the pulses of each channel, and spaces a burst evenly', async () => {
    const bus = await started();
    bus.setControl('burst', 3);
    bus.setControl('spacing', 200);
    bus.setControl('pulse', 1);
    bus.setControl('pulse', 5);
    expect((await fetched(bus, bufferAt(1, 0), 3)).map((words) => words[3])).toEqual([0x08, 0x18, 0x28]);
    const [first = [], second = [], third = []] = await fetched(bus, bufferAt(5, 0), 3);
    expect([second[1], third[1]]).toEqual([(first[1] ?? 0) + 200, (first[1] ?? 0) + 400]);
    expect([first[3], second[3], third[3]]).toEqual([0x0c, 0x1c, 0x2c]);
  });

  it.each([
    ['on a channel that is off', 'TDC_INPUTS', 0x1e0080],
    ['while all inputs are off', 'TDC_INPUTS', 0x1f0000],
    ['after acquisition has been stopped', 'TDC_CTRL', 2],
    ['whose buffer is off', 'BUFFER1_CSR', 0],
  ] as const)('takes no time stamp of a pulse %s', async (_, register, value) => {
    const bus = await started();
    await bus.write(register, value);
    bus.setControl('pulse', 1);
    expect([bus.getControl('level1'), bus.getControl('stamped')]).toEqual([0, 0]);
  });

  it.each([99, 1e9])('takes a pulse of %i ns for noise', async (width) => {
    const bus = await started();
    bus.setControl('width', width);
    bus.setControl('pulse', 1);
    expect(bus.getControl('stamped')).toBe(0);
  });

  it('counts anew on a channel that has been off', async () => {
    const bus = await started();
    bus.setControl('pulse', 2);
    await bus.write('TDC_INPUTS', 0x80);
    await bus.write('TDC_INPUTS', 0x1f0080);
    bus.setControl('pulse', 2);
    expect((await fetched(bus, bufferAt(2, 0), 2)).map((words) => words[3])).toEqual([0x09, 0x09]);
  });

  it('takes a pulse of a steady source when it comes', async () => {
    const bus = await started({ size: 1000 });
    bus.setControl('source', 4);
    bus.setControl('rate', 2000);
    await bus.step(10 * ms);
    expect(bus.getControl('level4')).toBe(20);
    bus.setControl('rate', 0);
    await bus.step(10 * ms);
    expect(bus.getControl('level4')).toBe(20);
  });
});

describe('the FMC TDC: buffers', () => {
  it('are switched on command: the count is that of the one which is complete', async () => {
    const bus = await started();
    bus.setControl('burst', 3);
    bus.setControl('pulse', 1);
    await bus.write('BUFFER1_CSR', enable | switchBuffers);
    expect(await bus.read('BUFFER1_CSR')).toBe(enable | done);
    expect([
      await bus.read('BUFFER1_CUR_COUNT'),
      await bus.read('BUFFER1_CUR_BASE'),
      await bus.read('BUFFER1_NEXT_SIZE'),
    ]).toEqual([3, bufferAt(1, 1), 4]);
    await bus.write('BUFFER1_CSR', enable | done);
    expect(await bus.read('BUFFER1_CSR')).toBe(enable);
    bus.setControl('pulse', 1);
    expect((await fetched(bus, bufferAt(1, 1), 3)).map((words) => words[3])).toEqual([0x38, 0x48, 0x58]);
  });

  it('are switched by themselves when one is full, and what neither takes is lost and said to be', async () => {
    const bus = await started({ size: 4 });
    bus.setControl('burst', 11);
    bus.setControl('pulse', 1);
    expect(await bus.read('BUFFER1_CSR')).toBe(enable | (1 << 1) | (16 << 11) | done | overflow);
    expect([await bus.read('BUFFER1_CUR_COUNT'), (await bus.read('BUFFER1_CUR_SIZE')) & valid]).toEqual([4, 0]);
    expect([bus.getControl('stamped'), bus.getControl('lost')]).toEqual([11, 3]);
    expect((await fetched(bus, bufferAt(1, 1), 4)).map((words) => words[3])).toEqual([0x48, 0x58, 0x68, 0x78]);
  });

  it('can be given anew after an overflow; the numbers show what was lost', async () => {
    const bus = await started({ size: 4 });
    bus.setControl('burst', 11);
    bus.setControl('pulse', 1);
    await setUpBuffers(bus, 1, { size: 4, timeoutMs: 1 });
    bus.setControl('burst', 1);
    bus.setControl('pulse', 1);
    expect((await bus.read('BUFFER1_CSR')) & overflow).toBe(0);
    expect((await fetched(bus, bufferAt(1, 0), 1)).map((words) => words[3])).toEqual([0xb8]);
  });
});
