import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FinishedRun, runSuite, suites } from './cli.ts';

// The drivers that come with the kernel are right, as far as loading, a little use and unloading go. So whatever the
// ledger says of them is wrong.
describe.each(['debian:5.10', 'debian:6.1', 'debian:6.12', 'debian:newest'])('the ledger on %s', (kernel) => {
  let run: FinishedRun;

  beforeAll(async () => {
    run = await runSuite([join(suites, 'stock-drivers'), '--kernel', kernel, '--accel', 'tcg']);
  }, 600_000);
  afterAll(() => run[Symbol.dispose]());

  it("finds nothing wrong with the kernel's own drivers", () => {
    const found = run.results.tests.flatMap(({ id, findings }) => findings.map(({ title }) => `${id}: ${title}`));
    expect(found).toEqual([]);
    expect(run.results.tests.filter(({ ok }) => !ok).map(({ id, reason }) => `${id}: ${reason}`)).toEqual([]);
  });

  it('was tried on fifteen of them at least', () => {
    expect(run.results.tests.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThanOrEqual(15);
  });
});
