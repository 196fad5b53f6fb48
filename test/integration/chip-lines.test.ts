import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runSuite, suites } from './cli.ts';
import { inScope } from './scope.ts';

it.each(inScope(['debian:6.12'], ['debian:6.1']))(
  'a driver of %s resets its chip by a line, waits for another one, and uses registers over SPI and a clock',
  async (kernel) => {
    using run = await runSuite([join(suites, 'chip-lines'), '--kernel', kernel, '--accel', 'tcg', '--jobs', '2']);
    const bad = run.results.tests.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(run.results.totals.tests).toBe(4);
  },
);
