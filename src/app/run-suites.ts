import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import { hostResources } from '../host/resources.ts';
import type { Plan } from '../plan/plan.ts';
import type { Order } from '../plan/order.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { createProvisionContext, type ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import type { AssetStore, StoreUse } from '../provision/store.ts';
import type { Results } from '../report/results.ts';
import { chooseAccelerator, type AcceleratorChoice } from '../engine/accelerator.ts';
import { announceAccelerator, announceSupplies, provisionListener, reportBuildFailures } from './announce.ts';
import { readDurations, recordDurations } from './duration-record.ts';
import { readGuestFiles } from './guest-files.ts';
import { automaticJobs } from '../engine/jobs.ts';
import { lineRelayFrom } from './line-relay.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { refuseBrokenModels } from './model-check.ts';
import { requireModelClient } from './model-client.ts';
import { assembleResults, type ResultsFrame } from './results.ts';
import { withResultsDirectory, writeResults } from './results-directory.ts';
import { runPlan, type PlanOutcome } from '../engine/run-plan.ts';
import { chooseStarts } from '../engine/starts.ts';
import { provideSupplies } from '../engine/supplies.ts';

export interface SuitesRun {
  readonly plan: Plan;
  /** What the plan is a part of; undefined: it is all. */
  readonly shard: ShardOrigin | undefined;
  readonly accel: 'auto' | 'kvm' | 'tcg';
  readonly jobs: number | 'auto';
  readonly memoryDump: boolean;
  readonly start: 'auto' | 'clone' | 'cold';
  /** How many times each test runs. */
  readonly repeat: number;
  /** Puts the machines in the order that this makes; undefined: the longest first. */
  readonly shuffleSeed: number | undefined;
  /** Absolute. */
  readonly outDirectory: string;
  readonly cwd: string;
  readonly version: string;
  readonly guestDirectory: string;
  /** The program that serves device models. */
  readonly deviceHostProgram: string;
  readonly reproduceWith: ResultsFrame['options'];
  readonly listener: RunListener;
  readonly signal: AbortSignal;
  /** Told of everything in the store that the run uses. */
  readonly onStoreUse?: (use: StoreUse) => void;
}

/**
 * The pipeline: plan → provision → machine → run → diagnose → report.
 * @throws RunRefused before anything was done; ProvisionError when the environment cannot test.
 */
export async function runSuites(run: SuitesRun): Promise<Results> {
  const { plan, listener, signal, outDirectory } = run;
  const context = createProvisionContext({ progress: provisionListener(listener), signal, onStoreUse: run.onStoreUse });
  using modelPool = new ModelPool(run.deviceHostProgram, lineRelayFrom(context));
  await refuseBrokenModels(plan, modelPool, run.cwd);
  const started = { at: now(), ms: performance.now() };
  const accelerator = chooseAccelerator(run.accel);
  const supplies = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  await requireModelClient(plan, supplies, context);
  return await withResultsDirectory(outDirectory, signal, () => runWith({ started, accelerator, context, supplies, modelPool }, run));
}

/** What a run needs besides what was asked for. */
interface Readiness {
  readonly started: { readonly at: Date; readonly ms: number };
  readonly accelerator: AcceleratorChoice;
  readonly context: ProvisionContext;
  readonly supplies: Awaited<ReturnType<typeof provideSupplies>>;
  readonly modelPool: ModelPool;
}

async function runWith({ started, accelerator, context, supplies, modelPool }: Readiness, run: SuitesRun): Promise<Results> {
  const { plan, listener, signal, outDirectory } = run;
  const resources = hostResources();
  announceSupplies(supplies, listener);
  announceAccelerator(accelerator, listener);
  reportBuildFailures({ plan, supplies, listener, outDirectory });
  const starts = chooseStarts({ plan, supplies, start: run.start, repeat: run.repeat });
  const jobs = run.jobs === 'auto' ? automaticJobs(starts, resources) : run.jobs;
  const order = orderOf(run, context.store);
  listener({ kind: 'run-begin', suites: suiteNames(plan), cells: plan.cells.map(({ id }) => id), tests: plan.tests.length, repeat: run.repeat, jobs });
  const outcome = await runPlan({ plan, supplies, accelerator, starts, order, repeat: run.repeat, jobs, memoryDump: run.memoryDump, outDirectory, modelPool, listener, signal });
  keepDurations(outcome, context);
  const results = assembleResults(
    {
      version: run.version,
      startedAt: started.at,
      durationMs: performance.now() - started.ms,
      host: { accelerator: outcome.accelerator.accelerator, acceleratorReason: outcome.accelerator.reason, cpus: resources.cpus, memoryMiB: resources.memoryMiB },
      plan,
      shard: run.shard,
      supplies,
      cwd: run.cwd,
      options: run.reproduceWith,
      shuffleSeed: run.shuffleSeed,
    },
    outcome,
  );
  writeResults(outDirectory, results);
  return results;
}

function orderOf({ plan, shuffleSeed, listener }: SuitesRun, store: AssetStore): Order {
  if (shuffleSeed === undefined) return { kind: 'longest-first', ...readDurations(store, plan.tests) };
  listener({ kind: 'fact', topic: 'order', text: `shuffled; --shuffle=${shuffleSeed} makes the same one again` });
  return { kind: 'shuffled', seed: shuffleSeed };
}

/** For the next run's order. What was not tested to its end says nothing about how long it takes. */
function keepDurations({ tests }: PlanOutcome, { store, progress }: ProvisionContext): void {
  const ended = tests.flatMap(({ planned, attempts }) => (planned.sweep === undefined ? attempts : []).filter(({ record }) => record.startMs !== undefined && record.ending.kind !== 'cancelled').slice(-1).map(({ record }) => ({ planned, durationMs: record.durationMs })));
  try {
    recordDurations(store, ended);
  } catch (error) {
    if (!(error instanceof ProvisionError)) throw error;
    progress({ kind: 'warning', message: `How long the tests took could not be recorded for the next run's order. ${error.message}` });
  }
}

function suiteNames(plan: Plan): readonly string[] {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}
