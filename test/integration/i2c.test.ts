import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, root, runCli, runSuite, suites } from './cli.ts';
import { nightlyIt } from './scope.ts';

describe('I2C devices that are models', () => {
  let run: FinishedRun;
  beforeAll(async () => {
    run = await runSuite([join(suites, 'i2c'), '--kernel', 'debian:6.12', '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it.each([
    ['faults', 'clone'],
    ['by-hand', 'clone'],
    ['cold', 'cold'],
  ])('%s: %s', (name, start) => {
    const { outcome, reason, start: started, stages } = run.test(name);
    expect({ outcome, reason, started, output: outcome === 'pass' ? '' : run.read(stages[0]?.log ?? '') }).toEqual({
      outcome: 'pass',
      reason: expect.any(String) as string,
      started: start,
      output: '',
    });
  });

  it('a model that throws is the error of its own test', () => {
    const { outcome, reason } = run.test('throws');
    expect(outcome).toBe('error');
    expect(reason).toMatch(
      /^the device model sensor \(temp0\) broke at read of TEMP: Error: asked to, .*sensor\.ts:15:/s,
    );
  });

  it('what was read and written is counted', () => {
    expect(run.stdout).toMatch(/hardware {2}sensor: 2 of 4 registers; never touched: THYST, TOS/);
    expect(run.stdout).toMatch(/hardware {2}mailbox: 1 of 1 exchanges/);
  });
});

nightlyIt('the example passes, and its driver reports every message that is refused', async () => {
  const suite = join(root, 'examples/lm75');
  using run = await runSuite([suite, '--kernel', 'debian:6.1', '--kernel', 'debian:6.12', '--accel', 'tcg']);
  expect(run.results.tests.filter(({ ok }) => !ok).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  expect(run.results.totals.tests).toBe(16);
  const target = join(suite, 'reads-temperature');
  const words = ['sweep', target, '--fault', 'nak', '--device', 'temp0', '--kernel', 'debian:6.12', '--accel', 'tcg'];
  const sweep = await runCli(words);
  expect(sweep.stdout).toMatch(/nak {3}14 accesses\s+14 reported/);
});
