import type { bisect } from './formats/bisect-format.ts';
import type { Read } from './formats/values.ts';
import type { AttemptResult, TestResult } from './results.ts';

/** `bisect.json`. Its format describes each field. */
export interface BisectResult extends Read<typeof bisect> {}
export type BisectStep = BisectResult['steps'][number];
export type StepVerdict = BisectStep['verdict'];

/** What a run says about its commit. */
export type StepJudgement = Pick<BisectStep, 'verdict' | 'outcome' | 'reason' | 'title' | 'source'>;

/** What a test counts as that cannot be judged because of the commit itself. */
export interface StepRules {
  /** The modules do not build. */
  readonly buildFailure: 'skip' | 'bad';
  /** A setup or a teardown fails. */
  readonly setupFailure: 'skip' | 'bad';
}

/** A test with a table is several: one that is bad decides, then one that is not known. */
export function judgeStep(tests: readonly TestResult[], rules: StepRules): StepJudgement {
  const all = tests.map((test) => judgeTest(test, rules));
  const [first] = all;
  const telling = (['bad', 'skip'] as const).map((verdict) => all.find((one) => one.verdict === verdict));
  return telling.find((one) => one !== undefined) ?? first ?? { verdict: 'skip', reason: 'nothing was run' };
}

/** Any bad run makes its commit bad: a failure that happens only sometimes is what is looked for. */
function judgeTest(test: TestResult, rules: StepRules): StepJudgement {
  const runs: readonly Pick<AttemptResult, 'outcome' | 'ok' | 'reason'>[] = test.attempts ?? [test];
  const [finding] = test.findings;
  const facts = {
    ...(finding === undefined ? {} : { title: finding.title }),
    ...(finding?.source === undefined ? {} : { source: finding.source }),
  };
  const bad = runs.find(({ ok, outcome }) => !ok && outcome !== 'error' && outcome !== 'skip');
  if (bad !== undefined) return { verdict: 'bad', outcome: bad.outcome, reason: bad.reason, ...facts };
  const unjudged = runs.find(({ ok }) => !ok);
  if (unjudged !== undefined)
    return { verdict: errorVerdict(test, rules), outcome: unjudged.outcome, reason: unjudged.reason, ...facts };
  const good = runs.find(({ outcome }) => outcome !== 'skip');
  return { verdict: good === undefined ? 'skip' : 'good', outcome: (good ?? test).outcome, reason: test.reason };
}

/** A broken host or machine says nothing about the commit. */
function errorVerdict({ outcome, buildLog, stages }: TestResult, rules: StepRules): StepVerdict {
  if (outcome !== 'error') return 'skip';
  if (buildLog !== undefined) return rules.buildFailure;
  const isBroken = stages.some(({ name, exitStatus }) => name !== 'run' && exitStatus !== null && exitStatus !== 0);
  return isBroken ? rules.setupFailure : 'skip';
}
