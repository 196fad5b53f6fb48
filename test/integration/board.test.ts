import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { inScope } from './scope.ts';

/** What each test has seen, in its own words. */
const seen: Readonly<Record<string, readonly string[]>> = {
  spi: [
    'text: what is kept',
    'a stuck line: ffff',
    'after a late answer: what is kept',
    'after it has come: what is kept',
    'a protected text: what is kept',
    'a removed device: ffff',
  ],
  i2c: [
    'the second event: 1 48 1',
    'a refused byte: Remote I/O error',
    'how far it was right: 0x02 0x03',
    'a refused address: No such device or address',
  ],
  lines: [
    'a pressed key: 1 28 1',
    'a released key: 1 28 0',
    'lamp: on',
    'a stuck lamp: on',
    'lamp: off',
    'a bouncing key: 1 28 1',
  ],
  platform: ['received: hello', 'sent: to the model', 'without an interrupt: ', 'with the next interrupt: abcd'],
  unload: [1, 2, 3, 4, 5].flatMap((round) => [`round ${round}: devices: 6`, `round ${round}: the EEPROM: ffff`]),
};

/** The faults of each test, with how often they hit. */
const hits: Readonly<Record<string, readonly string[]>> = {
  spi: ['miso-stuck: 1', 'bus-error: 1', 'late: 1'],
  i2c: [],
  lines: ['line-bounce: 1', 'line-stuck: 1'],
  platform: ['irq-drop: 1'],
  unload: [],
};

describe.each(inScope(['debian:6.12'], ['debian:newest']))('devices behind a board, with drivers of %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'board'), '--kernel', kernel, '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('work and fail as their models say, and leave nothing behind', () => {
    const bad = run.results.tests.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(run.results.tests.flatMap(({ id, findings }) => findings.map(({ title }) => `${id}: ${title}`))).toEqual([]);
    expect(run.results.tests.map(({ id }) => id.replace('board/', '')).toSorted()).toEqual(
      Object.keys(seen).toSorted(),
    );
  });

  it.each(Object.entries(seen))('%s: what it saw, and which faults hit', (name, lines) => {
    const { stages, devices = [] } = run.test(name);
    const output = run.read(stages.find((stage) => stage.name === 'run')?.log ?? '').trimEnd();
    // Besides, `hw` says what it did, and one test how much memory there is.
    const said = output.split('\n').filter((line) => line.includes(': ') && !line.startsWith('MemAvailable'));
    expect(said).toEqual(lines);
    const faults = devices.flatMap((device) => device.faults.map(({ id, fired }) => `${id}: ${fired}`));
    expect(faults).toEqual(hits[name]);
  });

  it('are plugged into clones', () => {
    expect(new Set(run.results.tests.map(({ start }) => start))).toEqual(new Set(['clone']));
  });

  it('are counted: commands, messages, changes of lines, registers and interrupts', () => {
    const used = Object.fromEntries(
      (run.results.hardware ?? []).map(({ model, coverage }) => [
        model,
        [
          ...Object.entries(coverage.exchanges ?? {}).filter(([, { count }]) => count > 0),
          ...Object.entries(coverage.registers).filter(([, { reads, writes }]) => reads + writes > 0),
          ...Object.entries(coverage.interrupts).filter(([, count]) => count > 0),
        ].map(([name]) => name),
      ]),
    );
    expect(used).toEqual({
      at25: ['WRITE', 'READ', 'READ_STATUS', 'WRITE_ENABLE'],
      keyboard: ['0x2c', 'line'],
      keys: ['enter'],
      lock: ['0x32'],
      lamp: ['lit'],
      'dw-uart': expect.arrayContaining(['DATA', 'IER', 'IIR', 'LCR', 'LSR', 'CPR', 'line']) as string[],
    });
  });
});
