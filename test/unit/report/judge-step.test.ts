import { describe, expect, it } from 'vitest';
import { judgeStep, type StepRules } from '../../../src/results/bisect-result.ts';
import type { AttemptResult, TestResult } from '../../../src/results/results.ts';
import { crash, oops, test, unbuilt } from './sample-results.ts';

const strict: StepRules = { buildFailure: 'bad', setupFailure: 'bad' };
const usual: StepRules = { buildFailure: 'skip', setupFailure: 'skip' };

function verdicts(result: TestResult): readonly string[] {
  return [usual, strict].map((rules) => judgeStep([result], rules).verdict);
}

function ended(outcome: TestResult['outcome'], changes: Partial<TestResult> = {}): TestResult {
  return test('edu/a', 'c', { outcome, ok: false, reason: `it is ${outcome}`, ...changes });
}

function failedStage(name: 'setup' | 'suite-teardown', exitStatus: number | null): TestResult {
  return ended('error', { stages: [{ name, exitStatus, durationMs: 1, log: 'c/edu/a/logs/x.log' }] });
}

function runs(...outcomes: readonly AttemptResult['outcome'][]): TestResult {
  const attempts = outcomes.map((outcome, at) => ({
    outcome,
    ok: outcome === 'pass' || outcome === 'skip',
    reason: `run ${at}`,
    startMs: 1,
    durationMs: 1,
  }));
  const shown = attempts.find(({ ok }) => !ok) ?? attempts[0];
  return test('edu/a', 'c', { ...shown, attempts });
}

describe('what a run says about its commit', () => {
  it.each([
    ['a pass', test('edu/a', 'c'), ['good', 'good']],
    ['an expected failure', ended('fail', { ok: true }), ['good', 'good']],
    ['a failure', ended('fail'), ['bad', 'bad']],
    ['a crash', crash('edu/a', 'c'), ['bad', 'bad']],
    ['a hang', ended('hang'), ['bad', 'bad']],
    ['a timeout', ended('timeout'), ['bad', 'bad']],
    ['a pass that should not be', ended('pass'), ['bad', 'bad']],
    ['a skip', ended('skip', { ok: true }), ['skip', 'skip']],
    ['a build that failed', unbuilt('edu/a', 'c'), ['skip', 'bad']],
    ['a setup that failed', failedStage('setup', 1), ['skip', 'bad']],
    ['a teardown that failed', failedStage('suite-teardown', 1), ['skip', 'bad']],
    ['a machine that was lost in a setup', failedStage('setup', null), ['skip', 'skip']],
    ['a machine that did not boot', ended('error', { startMs: null, stages: [] }), ['skip', 'skip']],
    ['one bad run of several', runs('pass', 'pass', 'fail', 'pass'), ['bad', 'bad']],
    ['a bad run after one that cannot be judged', runs('error', 'crash'), ['bad', 'bad']],
    ['runs of which one cannot be judged', runs('pass', 'error'), ['skip', 'skip']],
    ['runs of which some were skipped', runs('skip', 'pass'), ['good', 'good']],
  ])('%s', (_name, result, wanted) => {
    expect(verdicts(result)).toEqual(wanted);
  });

  it('has the finding with the driver’s line, and the reason of the first bad run', () => {
    expect(judgeStep([crash('edu/a', 'c')], usual)).toMatchObject({
      title: oops.title,
      source: { file: 'driver/edu.c', line: 214 },
    });
    expect(judgeStep([runs('error', 'pass', 'crash')], usual)).toMatchObject({ outcome: 'crash', reason: 'run 2' });
  });

  it('is that of the worst row of a table', () => {
    const [pass, skip, fail] = [test('edu/a@1', 'c'), ended('skip', { ok: true }), ended('fail')];
    const verdictOf = (...rows: readonly TestResult[]): string => judgeStep(rows, usual).verdict;
    expect([verdictOf(pass, pass), verdictOf(pass, skip), verdictOf(skip, pass, fail)]).toEqual([
      'good',
      'skip',
      'bad',
    ]);
  });
});
