import { resolve } from 'node:path';
import { changedTests } from '../app/changed-tests.ts';
import { readLastRun } from '../app/last-run.ts';
import { GitRefused } from '../host/git-changes.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import { lastFailures } from '../results/last-failures.ts';
import type { Results } from '../results/results.ts';
import type { CommandHost } from './command-host.ts';
import { type ParsedArguments, UsageError } from './parse-arguments.ts';

/** What --failed and --changed leave of a plan. */
export interface NarrowedPlan {
  /** Without tests: there is nothing to do. */
  readonly plan: Plan;
  /** Why these tests, or why none, one sentence for each option. */
  readonly reasons: readonly string[];
}

/** Applies --failed and --changed. @throws UsageError */
export async function narrowPlan(
  whole: Plan,
  args: ParsedArguments,
  { cwd }: Pick<CommandHost, 'cwd'>,
): Promise<NarrowedPlan> {
  const failed = args.flag('failed') ? leaveFailed(whole, args, cwd) : { plan: whole, reasons: [] };
  const since = args.value('changed');
  if (since === undefined || failed.plan.tests.length === 0) return failed;
  const changed = await leaveChanged(failed.plan, since === '' ? undefined : since);
  return { plan: changed.plan, reasons: [...failed.reasons, ...changed.reasons] };
}

function leaveFailed(whole: Plan, args: ParsedArguments, cwd: string): NarrowedPlan {
  if (args.value('shard') !== undefined)
    throw new UsageError('--failed takes the tests of the last run, which were a shard already: leave out --shard.');
  const name = args.value('out') ?? 'qdt-results';
  const last = lastFailures(lastResults(resolve(cwd, name), name));
  const { ids, tests } = last;
  if (ids.length === 0)
    return { plan: none, reasons: [`all ${counted(tests, 'test')} of the last run (${name}) were as expected`] };
  const plan = only(whole, (planned) => last.wasNotOk({ id: planned.id, cell: planned.cell.id }));
  if (plan.tests.length > 0)
    return { plan, reasons: [`${shareOf(plan, whole)} not as expected in the last run (${name})`] };
  throw new UsageError(
    `--failed: ${counted(ids.length, 'test')} of the last run (${name}) ${ids.length === 1 ? 'was' : 'were'} not as ` +
      `expected, but none of them is among the ${whole.tests.length} selected: ${someOf(ids)}.`,
  );
}

function lastResults(directory: string, name: string): Results {
  const last = readLastRun(directory, name);
  switch (last.kind) {
    case 'results':
      return last.results;
    case 'problem':
      throw new UsageError(`--failed: ${last.message}`);
    case 'nothing':
      throw new UsageError(
        `--failed: expected the results of an earlier run in ${name}, found none. ` +
          'Run the tests without --failed first, or name the directory of an earlier run with --out.',
      );
  }
}

async function leaveChanged(whole: Plan, since: string | undefined): Promise<NarrowedPlan> {
  const { isWanted, files, outside } = await askGit(whole.tests, since);
  const when = since === undefined ? 'since the last commit' : `since ${since}`;
  const unknown = outside.length === 0 ? '' : `; not in a Git repository, so taken as unchanged: ${someOf(outside)}`;
  const plan = only(whole, isWanted);
  const changed = `${counted(files, 'file')} changed ${when}`;
  if (plan.tests.length === 0)
    return { plan, reasons: [`${changed}, and no selected test is made of any of them${unknown}`] };
  return {
    plan,
    reasons: [`${shareOf(plan, whole)} made of something that changed ${when} (${counted(files, 'file')})${unknown}`],
  };
}

async function askGit(
  tests: readonly PlannedTest[],
  since: string | undefined,
): Promise<Awaited<ReturnType<typeof changedTests>>> {
  try {
    const changed = await changedTests(tests, since);
    const homeless = tests.find(({ test }) => changed.outside.includes(test.directory));
    if (homeless === undefined) return changed;
    throw new GitRefused(`${homeless.suite.directory} is not in a Git repository`);
  } catch (error) {
    if (error instanceof GitRefused) throw new UsageError(`--changed: ${error.message}.`);
    throw error;
  }
}

const none: Plan = { cells: [], tests: [] };

function only({ cells, tests }: Plan, isWanted: (planned: PlannedTest) => boolean): Plan {
  const left = tests.filter(isWanted);
  return { cells: cells.filter((cell) => left.some((planned) => planned.cell === cell)), tests: left };
}

function shareOf(part: Plan, whole: Plan): string {
  return `${part.tests.length} of ${counted(whole.tests.length, 'test')}:`;
}

const maxNamed = 5;

function someOf(names: readonly string[]): string {
  const more = names.length > maxNamed ? ` and ${names.length - maxNamed} more` : '';
  return names.slice(0, maxNamed).join(', ') + more;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
