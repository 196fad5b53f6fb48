import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';

const kernels = ['debian:5.10', 'debian:6.1', 'debian:6.12', 'debian:newest'];

describe.each(kernels)('devices that only ACPI matches, on %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'acpi'), '--kernel', kernel, '--accel', 'tcg', '--jobs', '2']);
  });
  afterAll(() => run[Symbol.dispose]());

  it('work and fail as their models say, and go with the table', () => {
    const bad = run.results.tests.filter(({ outcome }) => outcome !== 'pass');
    expect(bad.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
    expect(run.results.totals.tests).toBe(7);
  });

  it('are plugged into clones', () => {
    expect(new Set(run.results.tests.map(({ start }) => start))).toEqual(new Set(['clone']));
  });
});
