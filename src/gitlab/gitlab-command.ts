import { dirname, join } from 'node:path';
import { problemText } from '../app/load-suites.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import type { ParsedArguments } from '../command/parse-arguments.ts';
import { now } from '../host/clock.ts';
import { environmentVariable, takeVariables } from '../host/environment.ts';
import { removeTree } from '../host/files/scratch-directory.ts';
import { keepHeapSmall } from '../host/resources.ts';
import { exitStatusOf } from '../job/fail-on.ts';
import { requireOwnBranch } from '../job/history/history-wish.ts';
import { keepInBranch } from '../job/history/keep-in-branch.ts';
import { explainJobFailure, outcomeOf } from '../job/job-outcome.ts';
import { mergeParts } from '../job/merge-parts.ts';
import { type AskedPlan, planOfInputs, SuitesInvalid } from '../job/plan-of-inputs.ts';
import { type JobRun, runInJob } from '../job/run-in-job.ts';
import { reportKilledRun } from '../job/report-killed-run.ts';
import { showConsoles } from '../job/show-consoles.ts';
import { hostStoreRoot } from '../provision/provision-context.ts';
import { AssetStore } from '../provision/store/store.ts';
import type { Results } from '../results/results.ts';
import { gitlabAdvice, gitlabPlace, gitlabRemote, historyTokenName } from './gitlab-history.ts';
import { inputPrefix, inputTable } from './input-table.ts';
import { KeptStore } from './kept-store.ts';
import { places, resultsPlace } from './places.ts';
import { type GitlabInputs, readInputs } from './read-inputs.ts';
import { writeOutputs, writeProblems, writeReports } from './report-job.ts';
import { SectionLog } from './section-log.ts';

/** Variables that would let a program act for the job. The tests' programs, compilers and machines do not need them. */
const isSecret = (name: string): boolean =>
  name === historyTokenName || /^CI_(?:JOB_TOKEN|JOB_JWT.*|.*_PASSWORD|REPOSITORY_URL|DEPLOY_.*|.*_TOKEN)$/.test(name);

/**
 * `gitlab`: the job of the component, templates/driver-test.yml. Inputs → plan → run → reports, or, in the job after
 * the shards: inputs → plan → merge → reports. Returns the exit status: 0, 1 according to `fail-on`, 2 for invalid
 * inputs and suites, 69 when nothing could be concluded. With --finish: the report of a run that was killed.
 */
export async function gitlabCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  keepHeapSmall();
  // A job starts in the project's directory.
  const workspace = host.cwd;
  const log = new SectionLog({ write: host.write, nowMs: () => now().getTime() });
  const signal = cancelOnSignals(host, () => undefined);
  const given = takeVariables((name) => name.startsWith(inputPrefix));
  const secrets = takeVariables(isSecret);
  const job = { host, workspace, log, signal, secrets };
  const work = args.flag('finish') ? finish : attempt;
  removeTree(join(workspace, dirname(places.outputs)));
  try {
    return await work(job, readInputs(Object.fromEntries(given)));
  } catch (error) {
    return failWithoutResults(error, job);
  }
}

interface GitlabJob {
  readonly host: CommandHost;
  /** The checkout; absolute. */
  readonly workspace: string;
  readonly log: SectionLog;
  readonly signal: AbortSignal;
  /** The job's tokens. No other program has them. */
  readonly secrets: ReadonlyMap<string, string>;
}

async function attempt(job: GitlabJob, inputs: GitlabInputs): Promise<number> {
  const { host, workspace, log, signal } = job;
  const { args, work } = inputs;
  log.text(`qemu-driver-test ${host.installation.version}`);
  if (inputs.history !== undefined)
    requireOwnBranch(inputs.history, gitlabPlace(environmentVariable), environmentVariable('CI_DEFAULT_BRANCH'));
  const { installation } = host;
  const asked: AskedPlan = { table: inputTable, args, workspace, installation };
  const run: StoredRun = {
    ...asked,
    ...planOfInputs(asked),
    installation,
    outDirectory: join(workspace, resultsPlace(work)),
    signal,
  };
  const results =
    work.kind === 'merge'
      ? await mergeParts({ ...run, directories: work.directories }, log)
      : await runStored(run, log);
  const exitStatus = report(results, run, job, inputs);
  await keepRun(job, run, inputs);
  return exitStatus;
}

/** A shard is kept with the others, by the job that merges them. */
async function keepRun(job: GitlabJob, run: StoredRun, { history: wish, work }: GitlabInputs): Promise<void> {
  if (wish === undefined || work.kind === 'shard') return;
  const about = {
    ...run,
    wish,
    place: gitlabPlace(environmentVariable),
    remote: gitlabRemote(environmentVariable, job.secrets),
    advice: gitlabAdvice,
    // The branch has no pipeline of its own, but a project may have a default one.
    messageEnd: ' [skip ci]',
    version: run.installation.version,
  };
  await keepInBranch(about, job.log);
}

/** After a program that was killed. Without a record, there is nothing to add to what the log of the job says. */
function finish(job: GitlabJob, inputs: GitlabInputs): number {
  const { host, workspace, log } = job;
  const outDirectory = join(workspace, resultsPlace(inputs.work));
  const results = reportKilledRun({ outDirectory, workspace }, log);
  if (results === undefined) {
    writeOutputs({ outcome: 'inconclusive', results, jobUrl: undefined }, workspace);
    return 69;
  }
  const { plan } = planOfInputs({
    table: inputTable,
    args: inputs.args,
    workspace,
    installation: host.installation,
  });
  return report(results, { plan, outDirectory }, job, inputs);
}

/** Returns the exit status of the job. */
function report(
  results: Results,
  { plan, outDirectory }: Pick<StoredRun, 'plan' | 'outDirectory'>,
  { workspace, log, signal }: GitlabJob,
  { failOn, work }: GitlabInputs,
): number {
  showConsoles(results, outDirectory, log);
  const jobUrl = environmentVariable('CI_JOB_URL');
  writeOutputs({ outcome: outcomeOf(results, signal), results, jobUrl }, workspace);
  // What failed in a shard is told once, by the job that puts all of them together.
  if (work.kind === 'shard') return exitStatusOf({ kind: 'never' }, results);
  writeReports({ plan, results, workspace, warn: log.warn });
  return exitStatusOf(failOn, results);
}

type StoredRun = Omit<JobRun, 'onStoreUse'>;

async function runStored(run: StoredRun, log: SectionLog): Promise<Results> {
  const kept = new KeptStore(new AssetStore(hostStoreRoot()), run.workspace);
  const results = await runInJob({ ...run, onStoreUse: kept.onUse }, log);
  if (!run.signal.aborted && results.exitStatus !== 69) kept.prune(now().getTime());
  return results;
}

function failWithoutResults(error: unknown, { workspace, log, signal }: GitlabJob): number {
  log.endFold();
  const isInvalid = error instanceof SuitesInvalid;
  const { message, exitStatus } = isInvalid
    ? { message: sayProblems(error, workspace), exitStatus: 2 }
    : explainJobFailure(error);
  log.text(message);
  const outcome = signal.aborted ? 'cancelled' : exitStatus === 2 ? 'invalid' : 'inconclusive';
  writeOutputs({ outcome, results: undefined, jobUrl: undefined }, workspace);
  return exitStatus;
}

/** All problems, for the log and on their lines. */
function sayProblems({ problems }: SuitesInvalid, workspace: string): string {
  writeProblems(problems, workspace);
  return [...problems.map((problem) => problemText(problem, workspace)), '', 'Nothing was run.'].join('\n');
}
