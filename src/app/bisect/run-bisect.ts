import { basename, dirname, join, relative } from 'node:path';
import { kindOfFile, realPlace } from '../../host/files/file-facts.ts';
import { createScratchDirectory } from '../../host/files/scratch-directory.ts';
import type { BisectResult, BisectStep } from '../../results/bisect-result.ts';
import { RunRefused } from '../load-suites.ts';
import { withResultsDirectory, writeBisect } from '../results-directory.ts';
import { type AskedEnds, type BisectEnds, findEnds } from './bisect-ends.ts';
import { type CurrentSuite, copyCurrentSuite } from './current-suite.ts';
import { type BisectEnd, type BisectListener, findFirstBad, type StepRunner } from './find-first-bad.ts';
import { Git } from './git.ts';
import type { StepPlace, StepRun } from './run-step.ts';
import { createCheckout } from './scratch-checkout.ts';

/** A test in a repository. It need not exist in the user's checkout. */
export interface BisectedTest {
  readonly repository: Git;
  /** Relative to the top of the repository. */
  readonly suite: string;
  readonly test: string;
}

/** @throws RunRefused when the path is not in a repository */
export async function locateTest(path: string, signal: AbortSignal): Promise<BisectedTest> {
  const suite = dirname(path);
  let existing = suite;
  while (kindOfFile(existing) !== 'directory' && existing !== dirname(existing)) existing = dirname(existing);
  const { exitCode, stdout } = await new Git(existing, signal).ask('rev-parse', '--show-toplevel');
  const top = stdout.trim();
  if (exitCode !== 0 || top === '')
    throw new RunRefused(`${path}: expected a test in a Git repository with a checkout, found none.`);
  return { repository: new Git(top, signal), suite: relative(top, realPlace(suite)), test: basename(path) };
}

export interface BisectRun {
  readonly located: BisectedTest;
  readonly asked: AskedEnds;
  /** Runs the test of a commit. */
  readonly runTest: (place: StepPlace) => Promise<StepRun>;
  /** Every commit gets the suite as it is in the user's checkout now. */
  readonly withCurrentSuite: boolean;
  /** Absolute. */
  readonly outDirectory: string;
  readonly cwd: string;
  readonly version: string;
  readonly onBegin: (ends: BisectEnds) => void;
  readonly listener: Pick<BisectListener, 'onStepBegin'> & { readonly onStepEnd: (step: BisectStep) => void };
  readonly signal: AbortSignal;
}

/**
 * Finds the first commit at which a test fails, in a worktree of its own. After every run, what is known is in
 * `bisect.json` and `bisect.log`. @throws RunRefused when the request is wrong @throws the signal's reason
 */
export async function runBisect(run: BisectRun): Promise<BisectResult> {
  const { repository } = run.located;
  const ends = await findEnds(repository, run.asked);
  return await withResultsDirectory(run.outDirectory, run.signal, async () => {
    using scratch = createScratchDirectory();
    const suite = run.withCurrentSuite ? await currentSuite(run, scratch.path) : undefined;
    await using checkout = await createCheckout(repository, ends.bad, run.signal);
    run.onBegin(ends);
    let steps: readonly BisectStep[] = [];
    let log = '';
    const keep = (end: BisectEnd | undefined): BisectResult => {
      const result = resultOf(run, ends, steps, end);
      writeBisect(run.outDirectory, result, log);
      return result;
    };
    const listener: BisectListener = {
      onStepBegin: run.listener.onStepBegin,
      onStepEnd: (all, said) => {
        const isNew = all.length > steps.length;
        [steps, log] = [[...all], said];
        keep(undefined);
        const last = all.at(-1);
        if (isNew && last !== undefined) run.listener.onStepEnd(last);
      },
    };
    keep(undefined);
    return keep(await findFirstBad({ checkout, ends, run: stepRunner(run, suite), listener }));
  });
}

async function currentSuite({ located, cwd }: BisectRun, scratch: string): Promise<CurrentSuite> {
  return await copyCurrentSuite(join(located.repository.directory, located.suite), scratch, cwd);
}

function stepRunner(run: BisectRun, suite: CurrentSuite | undefined): StepRunner {
  const { located, outDirectory, cwd, runTest } = run;
  const inside = relative(located.repository.directory, realPlace(cwd));
  return async ({ directory, number, commit }) => {
    const suiteDirectory = join(directory, located.suite);
    await suite?.putInto(suiteDirectory);
    const results = `${number}-${commit.hash.slice(0, 12)}`;
    const ran = await runTest({
      suiteDirectory,
      outDirectory: join(outDirectory, results),
      cwd: join(directory, inside),
    });
    return { ...ran.judgement, ...(ran.results === undefined ? {} : { results }) };
  };
}

function resultOf(
  { located: { suite, test }, version }: BisectRun,
  { good, bad }: BisectEnds,
  steps: readonly BisectStep[],
  end: BisectEnd | undefined,
): BisectResult {
  return {
    schema: 'qemu-driver-test/bisect/1',
    tool: { version },
    test: join(suite, test),
    good,
    bad,
    outcome: end?.kind ?? 'unfinished',
    ...(end?.kind === 'found' ? { firstBad: end.commit } : {}),
    ...(end?.kind === 'merge-base-bad' ? { mergeBase: end.commit } : {}),
    ...(end?.kind === 'only-skipped' ? { candidates: end.candidates } : {}),
    steps,
  };
}
