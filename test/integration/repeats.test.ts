import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runSuite, suites } from './cli.ts';

const suite = join(suites, 'repeats');

describe('--repeat', () => {
  it('reports a flaky test with both outcomes, and a stable one as not flaky', async () => {
    // The probability that 20 fair bits agree is one in half a million.
    using run = await runSuite([suite, '--repeat', '20', '--test', 'flaky', '--test', 'steady', '--shuffle=5']);
    const [flaky, steady] = [run.test('flaky'), run.test('steady')];
    expect([run.exitStatus, run.results.shuffleSeed, flaky.ok, flaky.flaky, steady.ok, steady.flaky]).toEqual([
      1,
      5,
      false,
      true,
      true,
      false,
    ]);
    const good = flaky.attempts?.filter(({ ok }) => ok).length ?? 0;
    expect([flaky.attempts?.length, flaky.outcome]).toEqual([20, 'fail']);
    expect(flaky.reason).toMatch(
      new RegExp(`^flaky: as expected in ${good} of 20 runs; run \\d+: run ended with exit status 1: drew +\\d+$`),
    );
    const drawn = (flaky.attempts ?? []).map(({ console = '' }) =>
      Number(run.read(console.replace('console.log', 'artifacts/bit')).replace('drew ', '')),
    );
    expect((flaky.attempts ?? []).map(({ ok }) => ok)).toEqual(drawn.map((bit) => bit % 2 === 0));
    expect(run.stdout).toMatch(/FAIL, FLAKY/);
    expect(run.stdout).toMatch(/1 of 2 as expected.* 1 flaky/);
    expect(run.results.tests.flatMap(({ attempts }) => attempts ?? []).every(({ startMs }) => startMs !== null)).toBe(
      true,
    );
  });
});

describe('the order of machines', () => {
  it('does not change the order of the report', async () => {
    using run = await runSuite([suite, '--shuffle=1', '--test', 'steady', '--test', 'other', '--jobs', '1']);
    expect(run.stdout).toContain('--shuffle=1 repeats this order');
    expect(run.results.tests.map(({ id }) => id)).toEqual(['repeats/other', 'repeats/steady']);
  });
});
