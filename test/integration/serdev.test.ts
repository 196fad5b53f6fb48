import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';

const kernels = ['debian:5.10', 'debian:6.1', 'debian:6.12', 'debian:newest'];

describe.each(kernels)('devices at the lines of model UARTs, on %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'serdev'), '--kernel', kernel, '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('have drivers of their own, or terminals, and the faults of a line', () => {
    const bad = run.results.tests.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(run.results.totals.tests).toBe(6);
  });
});
