import { basename, join, relative } from 'node:path';
import type { RunChoices } from '../../engine/run-choices.ts';
import type { RunListener } from '../../event/event.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { buildPlan, type PlanRequest } from '../../plan/build-plan.ts';
import { formatPlanProblem } from '../../plan/plan-problem.ts';
import type { Plan } from '../../plan/plan.ts';
import { ProvisionError } from '../../provision/provisioned.ts';
import { judgeStep, type StepJudgement, type StepRules } from '../../results/bisect-result.ts';
import type { Results } from '../../results/results.ts';
import type { SuiteProblem } from '../../suite/suite.ts';
import type { Installation } from '../installation.ts';
import { loadSuites, problemText, RunRefused } from '../load-suites.ts';
import { runSuites } from '../run-suites.ts';

/** The one test that is run, and how; the same for every commit. */
export interface TestAtCommits {
  readonly test: string;
  readonly planOptions: Omit<PlanRequest, 'suites' | 'named'>;
  readonly choices: RunChoices;
  readonly rules: StepRules;
  readonly installation: Installation;
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

/** A commit's checkout. All paths are absolute. */
export interface StepPlace {
  readonly suiteDirectory: string;
  readonly outDirectory: string;
  /** Paths in printed command lines are relative to it. */
  readonly cwd: string;
}

export interface StepRun {
  readonly judgement: StepJudgement;
  /** Undefined: nothing was run. */
  readonly results: Results | undefined;
}

/**
 * Runs the test of one commit. Whatever keeps it from being run there, except a cancellation, says nothing about the
 * commit. @throws RunRefused when the options select several cells @throws the signal's reason
 */
export async function runStep(asked: TestAtCommits, place: StepPlace): Promise<StepRun> {
  const planned = planStep(asked, place);
  if (planned.kind === 'skip') return skipped(planned.reason);
  try {
    const results = await runSuites({
      ...asked,
      ...place,
      plan: planned.plan,
      shard: undefined,
    });
    asked.signal.throwIfAborted();
    if (results.interrupted !== undefined) return { ...skipped('the run did not come to its end'), results };
    return { judgement: judgeStep(results.tests, asked.rules), results };
  } catch (error) {
    asked.signal.throwIfAborted();
    if (error instanceof ProvisionError || error instanceof RunRefused) return skipped(error.message);
    throw error;
  }
}

function skipped(reason: string): StepRun {
  return { judgement: { verdict: 'skip', reason }, results: undefined };
}

type PlannedStep = { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'skip'; readonly reason: string };

function planStep({ test, planOptions }: TestAtCommits, { suiteDirectory, cwd }: StepPlace): PlannedStep {
  const skip = (reason: string): PlannedStep => ({ kind: 'skip', reason });
  const shown = relative(cwd, suiteDirectory) || '.';
  if (kindOfFile(suiteDirectory) !== 'directory') return skip(`the suite ${shown} does not exist at this commit`);
  const loaded = loadSuites([suiteDirectory], cwd);
  if (loaded.kind === 'problems') return skip(invalid(loaded.problems, cwd));
  const { suites } = loaded;
  if (!suites.some(({ tests }) => tests.some((one) => one.name === test || basename(one.directory) === test)))
    return skip(`the test ${join(shown, test)} does not exist at this commit`);
  const built = buildPlan({ ...planOptions, suites, named: [join(suiteDirectory, test)] });
  if (built.kind === 'problems') return skip(built.problems.map(formatPlanProblem).join('; '));
  const { cells } = built.plan;
  if (cells.length > 1)
    throw new RunRefused(
      `Expected one kernel on one machine, found ${cells.length} cells. Choose one with --kernel and --machine.`,
    );
  return { kind: 'plan', plan: built.plan };
}

function invalid(problems: readonly SuiteProblem[], cwd: string): string {
  const [first, ...more] = problems.map((problem) => problemText(problem, cwd));
  return `the suite is not valid: ${first ?? ''}${more.length === 0 ? '' : `, and ${more.length} more problems`}`;
}
