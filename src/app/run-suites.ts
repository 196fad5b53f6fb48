import { type AcceleratorChoice, chooseAccelerator } from '../engine/accelerator.ts';
import { FindingLocator } from '../engine/finding-locator.ts';
import { JudgeThreads } from '../engine/judging/judge-threads.ts';
import type { Judge } from '../engine/judging/judge.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { runPlan } from '../engine/run-attempt.ts';
import { type RunFacts, runHeader } from '../engine/run-header.ts';
import { type Run, RunStopped } from '../engine/run.ts';
import { automaticJobs } from '../engine/schedule.ts';
import { settleAccelerator, type SettledAccelerator } from '../engine/settle-accelerator.ts';
import { chooseStarts } from '../engine/starts.ts';
import { provideSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import { hostResources } from '../host/resources.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Order } from '../plan/order.ts';
import type { Plan } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { createProvisionContext, type ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import type { AssetStore, StoreUse } from '../provision/store/store.ts';
import { RecordWriter } from '../record/record-writer.ts';
import type { Replay } from '../record/replay.ts';
import type { Results } from '../results/results.ts';
import { announceAccelerator, announceSupplies, provisionListener, reportBuildFailures } from './announce.ts';
import { readDurations, recordDurations } from './duration-record.ts';
import { readGuestFiles } from './load-suites.ts';
import { refuseBrokenModels } from './model-check.ts';
import { lineRelayFrom, requireModelClient } from './model-programs.ts';
import { reportRecord, withResultsDirectory } from './results-directory.ts';

export interface SuitesRun {
  readonly plan: Plan;
  /** The whole plan of which this is a part; undefined: this is the whole plan. */
  readonly shard: ShardOrigin | undefined;
  readonly accel: 'auto' | 'kvm' | 'tcg';
  readonly jobs: number | 'auto';
  readonly memoryDump: boolean;
  readonly start: 'auto' | 'clone' | 'cold';
  /** The number of runs per test. */
  readonly repeat: number;
  /** Seed of the random order of tests; undefined: the longest first. */
  readonly shuffleSeed: number | undefined;
  /** Absolute. */
  readonly outDirectory: string;
  readonly cwd: string;
  readonly version: string;
  readonly guestDirectory: string;
  /** The program that serves device models. */
  readonly deviceHostProgram: string;
  /** The worker thread that judges. */
  readonly judgeProgram: string;
  readonly reproduceWith: RunFacts['options'];
  readonly listener: RunListener;
  readonly signal: AbortSignal;
  /** Receives everything in the store that the run uses. */
  readonly onStoreUse?: (use: StoreUse) => void;
}

/**
 * The pipeline: plan → provision → machine → run → diagnose → report. @throws RunRefused before anything is done
 * @throws ProvisionError when the environment cannot test
 */
export async function runSuites(run: SuitesRun): Promise<Results> {
  const { plan, listener, signal, outDirectory } = run;
  const context = createProvisionContext({ progress: provisionListener(listener), signal, onStoreUse: run.onStoreUse });
  using modelPool = new ModelPool(run.deviceHostProgram, lineRelayFrom(context));
  await refuseBrokenModels(plan, modelPool, run);
  const started = { at: now(), ms: performance.now() };
  const accelerator = chooseAccelerator(run.accel);
  const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  await requireModelClient(plan, supplies, context);
  return await withResultsDirectory(outDirectory, signal, () =>
    runWith({ started, accelerator, context, supplies, modelPool }, run),
  );
}

/** What a run needs beyond its request. */
interface Readiness {
  readonly started: { readonly at: Date; readonly ms: number };
  readonly accelerator: AcceleratorChoice;
  readonly context: ProvisionContext;
  readonly supplies: Awaited<ReturnType<typeof provideSupplies>>;
  readonly modelPool: ModelPool;
}

async function runWith(readiness: Readiness, asked: SuitesRun): Promise<Results> {
  const { accelerator, context, supplies } = readiness;
  const { plan, listener, outDirectory } = asked;
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator, listener);
  reportBuildFailures({ plan, supplies, listener, outDirectory });
  using judge = new JudgeThreads(asked.judgeProgram);
  const starts = chooseStarts({ plan, supplies, start: asked.start, repeat: asked.repeat });
  const settled = await settleAccelerator({
    plan,
    supplies,
    starts,
    choice: accelerator,
    judge,
    outDirectory,
    listener,
    signal: asked.signal,
  });
  const replay = await runRecorded({ ...readiness, judge, starts, settled }, asked);
  keepDurations(plan, replay, context);
  return replay.results;
}

interface Recording extends Readiness {
  readonly judge: Judge;
  readonly starts: Run['starts'];
  readonly settled: SettledAccelerator;
}

/** Runs the plan into its record and reports from it. Whatever happens, the record is reported. */
async function runRecorded(recording: Recording, asked: SuitesRun): Promise<Replay> {
  const { outDirectory, listener } = asked;
  const stop = new AbortController();
  const queue = {
    jobs: asked.jobs === 'auto' ? automaticJobs(recording.starts, hostResources()) : asked.jobs,
    order: orderOf(asked, recording.context.store),
  };
  const record = await RecordWriter.create(outDirectory, (reason) => {
    listener({ kind: 'warning', message: `The run stops here: ${reason}` });
    stop.abort(new RunStopped(reason));
  });
  const failure = await runInto(
    buildRun({ ...recording, ...queue, record, signal: AbortSignal.any([asked.signal, stop.signal]) }, asked),
    recording,
    asked,
  ).catch((error: unknown) => ({ error }));
  await record.close();
  const replay = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: record.unwritten }, listener);
  if (failure !== undefined) throw failure.error;
  return replay;
}

async function runInto(run: Run, recording: Recording, asked: SuitesRun): Promise<undefined> {
  const { plan, repeat, jobs, record } = run;
  await record.append(runHeader(factsOf(recording, asked)));
  run.listener({
    kind: 'run-begin',
    suites: suiteNames(plan),
    cells: plan.cells.map(({ id }) => id),
    tests: plan.tests.length,
    repeat,
    jobs,
  });
  await runPlan(run, recording.settled.boot);
  await record.append({ entry: 'end', durationMs: performance.now() - recording.started.ms });
}

function factsOf(
  { started, settled, supplies }: Recording,
  { version, plan, repeat, shard, cwd, reproduceWith, shuffleSeed }: SuitesRun,
): RunFacts {
  const { accelerator, reason: acceleratorReason } = settled.choice;
  const { cpus, memoryMiB } = hostResources();
  return {
    version,
    startedAt: started.at,
    host: { accelerator, acceleratorReason, cpus, memoryMiB },
    plan,
    repeat,
    shard,
    supplies,
    cwd,
    options: reproduceWith,
    shuffleSeed,
  };
}

type LastParts = Pick<Run, 'record' | 'signal' | 'jobs' | 'order'>;

/** Builds the run from settled facts, which do not change any more. */
function buildRun(
  { supplies, settled, starts, modelPool, judge, record, signal, jobs, order }: Recording & LastParts,
  asked: SuitesRun,
): Run {
  const { plan, repeat, listener, memoryDump, outDirectory } = asked;
  const locator = new FindingLocator({ listener, signal });
  return Object.freeze({
    plan,
    supplies,
    accelerator: settled.choice.accelerator,
    starts,
    order,
    repeat,
    jobs,
    memoryDump,
    outDirectory,
    modelPool,
    judge,
    locator,
    record,
    listener,
    signal,
  });
}

function orderOf({ plan, shuffleSeed, listener }: SuitesRun, store: AssetStore): Order {
  if (shuffleSeed === undefined) return { kind: 'longest-first', ...readDurations(store, plan.tests) };
  listener({ kind: 'fact', topic: 'order', text: `shuffled; --shuffle=${shuffleSeed} repeats this order` });
  return { kind: 'shuffled', seed: shuffleSeed };
}

/** Saves durations for the next run's order. A test that did not finish says nothing about its duration. */
function keepDurations({ tests }: Plan, replay: Replay, { store, progress }: ProvisionContext): void {
  const ended = tests.flatMap((planned, index) => {
    const durationMs =
      planned.sweep === undefined
        ? replay.tests[index]?.attempts.findLast(({ ranMs }) => ranMs !== undefined)?.ranMs
        : undefined;
    return durationMs === undefined ? [] : [{ planned, durationMs }];
  });
  try {
    recordDurations(store, ended);
  } catch (error) {
    // A problem with the store does not affect the results.
    if (!(error instanceof ProvisionError) && !isSystemError(error)) throw error;
    progress({
      kind: 'warning',
      message: `The durations of the tests could not be saved for the next run's order. ${error.message}`,
    });
  }
}

function suiteNames(plan: Plan): readonly string[] {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}
