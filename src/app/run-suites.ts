import { join } from 'node:path';
import { type AcceleratorChoice, acceleratorForCells } from '../engine/accelerator.ts';
import { coverableEntries } from '../engine/coverable.ts';
import { FailureLimit } from '../engine/failure-limit.ts';
import { FindingLocator } from '../engine/finding-locator.ts';
import { JudgeThreads } from '../engine/judging/judge-threads.ts';
import { KernelForms } from '../engine/kernel-forms.ts';
import { KeptTemplates } from '../engine/kept-templates.ts';
import { KvmTrials } from '../engine/kvm-trials.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { runPlan } from '../engine/run-attempt.ts';
import { kvmLossNotes } from '../engine/kvm-loss-notes.ts';
import { RunAccelerator } from '../engine/run-accelerator.ts';
import type { RunChoices } from '../engine/run-choices.ts';
import { type RunFacts, runHeader } from '../engine/run-header.ts';
import { type LaterPlan, laterTests } from '../engine/later-tests.ts';
import { type Run, type RunSetup, RunStopped } from '../engine/run.ts';
import { automaticJobs } from '../engine/schedule.ts';
import { recallTrials, settleAccelerator, type SettledAccelerator } from '../engine/settle-accelerator.ts';
import { chooseStarts } from '../engine/starts.ts';
import { provideSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import { hostResources } from '../host/resources.ts';
import { requireHostArchitecture } from '../provision/apt/host-architecture.ts';
import type { Order } from '../plan/order.ts';
import type { Plan, PlannedTest } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { createProvisionContext, type ProvisionContext } from '../provision/provision-context.ts';
import type { AssetStore, StoreUse } from '../provision/store/store.ts';
import { RecordWriter } from '../record/record-writer.ts';
import type { Replay } from '../record/replay.ts';
import type { Results } from '../results/results.ts';
import { announceAccelerator, announceSupplies, provisionListener } from './announce.ts';
import { keepDurations, readDurations } from './duration-record.ts';
import type { Installation } from './installation.ts';
import { TemplateForks } from '../engine/template-forks.ts';
import { readGuestFiles } from './load-suites.ts';
import { possibleAccelerators, withTrees } from './device-trees.ts';
import { refuseBrokenModels } from './model-check.ts';
import { lineRelayFrom, requireModelClient } from './model-programs.ts';
import { reportBuilds } from './report-builds.ts';
import { reportRecord, withResultsDirectory } from './results-directory.ts';

export interface SuitesRun {
  readonly plan: Plan;
  /** The whole plan of which this is a part; undefined: this is the whole plan. */
  readonly shard: ShardOrigin | undefined;
  readonly choices: RunChoices;
  /** Absolute. */
  readonly outDirectory: string;
  readonly cwd: string;
  readonly installation: Installation;
  readonly listener: RunListener;
  readonly signal: AbortSignal;
  /** Tests that start before all others, unless the order is random. */
  readonly isUrgent?: (planned: PlannedTest) => boolean;
  /** Plans more tests from what became of the first ones; they are part of the same run. */
  readonly planLater?: LaterPlan;
  /** Receives what the machines of each cell are made of. */
  readonly onSupplies?: (supplies: RunSetup['supplies']) => void;
  /** Receives everything in the store that the run uses. */
  readonly onStoreUse?: (use: StoreUse) => void;
}

/**
 * The pipeline: plan → provision → machine → run → diagnose → report. @throws RunRefused before anything is done
 * @throws ProvisionError when the environment cannot test
 */
export async function runSuites(asked: SuitesRun): Promise<Results> {
  const { plan, choices, installation, listener, signal, outDirectory } = asked;
  requireHostArchitecture();
  // Its first thread starts beside what is done here, because the first boot waits for it.
  using judge = new JudgeThreads(installation.judgeProgram);
  const context = createProvisionContext({
    progress: provisionListener(listener),
    signal,
    onStoreUse: asked.onStoreUse,
  });
  using modelPool = new ModelPool(installation.deviceHostProgram, lineRelayFrom(context));
  const models = await refuseBrokenModels(plan, modelPool, asked);
  const started = { at: now(), ms: performance.now() };
  const accelerator = acceleratorForCells(choices.accel, plan.cells);
  const guestFiles = readGuestFiles(installation.guestDirectory);
  const callHelperSources = join(installation.guestDirectory, 'calls');
  const ledgerSources = join(installation.guestDirectory, 'ledger');
  const boardSources = join(installation.guestDirectory, 'board');
  const coverageSources = choices.coverage ? join(installation.guestDirectory, 'coverage') : undefined;
  const builds = choices.jobs === 'auto' ? {} : { builds: choices.jobs };
  const request = {
    plan,
    compiler: choices.compiler,
    guestFiles,
    models,
    callHelperSources,
    ledgerSources,
    boardSources,
    coverageSources,
    ...builds,
  };
  const provided = await provideSupplies(request, context);
  await requireModelClient({ plan, buses: models.buses }, provided, context);
  const trees = { plan, supplies: provided, trees: models.trees, accelerators: possibleAccelerators(accelerator) };
  const supplies = await withTrees(trees, asked, context);
  asked.onSupplies?.(supplies);
  return await withResultsDirectory(outDirectory, signal, () =>
    runWith({ started, accelerator, context, supplies, modelPool, judge }, asked),
  );
}

/** What a run needs beyond its request. */
interface Readiness {
  readonly started: { readonly at: Date; readonly ms: number };
  readonly accelerator: AcceleratorChoice;
  readonly context: ProvisionContext;
  readonly supplies: RunSetup['supplies'];
  readonly modelPool: ModelPool;
  readonly judge: JudgeThreads;
}

async function runWith(readiness: Readiness, asked: SuitesRun): Promise<Results> {
  const { context, supplies, modelPool, judge } = readiness;
  const { plan, choices, listener, outDirectory, signal } = asked;
  announceSupplies(supplies, listener);
  const keptTemplates = new KeptTemplates(context, (reason) =>
    listener({ kind: 'warning', message: `The next run boots again: the machine could not be kept for it. ${reason}` }),
  );
  await keptTemplates.sweep();
  const starts = chooseStarts({ plan, supplies, start: choices.start, repeat: usesOf(asked) });
  const locator = new FindingLocator({ listener, signal });
  const kernelForms = new KernelForms(context.store, listener);
  const kvmTrials = new KvmTrials(context);
  using forks = new TemplateForks({ library: asked.installation.forkServer, signal, listener });
  const services = { modelPool, judge, locator, keptTemplates, kernelForms, kvmTrials, forks };
  const setup = { plan, choices, supplies, starts, services, outDirectory, listener, signal };
  const accelerator = recallTrials(setup, readiness.accelerator);
  announceAccelerator(accelerator, plan, listener);
  reportBuilds({ plan, supplies, listener, outDirectory, cwd: asked.cwd });
  const settled = await settleAccelerator(setup, accelerator);
  const replay = await runRecorded({ setup, settled, readiness }, asked);
  await keptTemplates.finished();
  keepDurations(plan, replay, context);
  return replay.results;
}

/** How often each test of the plan starts, at least: one from which others are made is not alone on its template. */
function usesOf({ choices, planLater }: SuitesRun): number {
  return planLater === undefined ? choices.repeat : choices.repeat + 1;
}

interface Recording {
  readonly setup: RunSetup;
  readonly settled: SettledAccelerator;
  readonly readiness: Readiness;
}

/** Runs the plan into its record and reports from it. Whatever happens, the record is reported. */
async function runRecorded(recording: Recording, asked: SuitesRun): Promise<Replay> {
  const { outDirectory, listener } = asked;
  const stop = new AbortController();
  const record = await RecordWriter.create(outDirectory, (reason) => {
    listener({ kind: 'warning', message: `The run stops here: ${reason}` });
    stop.abort(new RunStopped(reason));
  });
  const signal = AbortSignal.any([asked.signal, stop.signal]);
  const run = completeRun(recording, { asked, record, signal });
  const failure = await runInto(run, recording, asked).catch((error: unknown) => ({ error }));
  // Everything is judged, and the reports need memory, too.
  await Promise.all([record.close(), recording.readiness.judge.end()]);
  const replay = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: record.unwritten }, listener);
  if (failure !== undefined) throw failure.error;
  return replay;
}

/** Builds the run from settled facts, which do not change any more. */
function completeRun(
  { setup, settled, readiness }: Recording,
  { asked, record, signal }: Pick<Run, 'record' | 'signal'> & { readonly asked: SuitesRun },
): Run {
  const { jobs } = setup.choices;
  return Object.freeze({
    ...setup,
    accelerator: new RunAccelerator(settled.choice, kvmLossNotes({ ...setup, record })),
    order: orderOf(setup, asked.isUrgent, readiness.context.store),
    jobs: jobs === 'auto' ? automaticJobs(setup.starts, hostResources()) : jobs,
    failureLimit: new FailureLimit(setup.choices.bail, (failures) => setup.listener({ kind: 'stopping', failures })),
    record,
    signal,
    ...(asked.planLater === undefined
      ? {}
      : { later: laterTests({ ...setup, record, cwd: asked.cwd }, asked.planLater) }),
  });
}

async function runInto(run: Run, { settled, readiness }: Recording, asked: SuitesRun): Promise<undefined> {
  const { plan, choices, jobs, record, failureLimit } = run;
  await record.append(runHeader(factsOf({ settled, readiness }, asked)));
  for (const entry of coverableEntries(run.supplies, run.outDirectory)) await record.append(entry);
  run.listener({
    kind: 'run-begin',
    suites: suiteNames(plan),
    cells: plan.cells.map(({ id }) => id),
    tests: plan.tests.length,
    repeat: choices.repeat,
    jobs,
  });
  await runPlan(run, settled.boot);
  await record.append({
    entry: 'end',
    durationMs: performance.now() - readiness.started.ms,
    ...(failureLimit.isReached ? { bail: { failures: failureLimit.failures } } : {}),
  });
}

function factsOf(
  { settled, readiness: { started, supplies } }: Pick<Recording, 'settled' | 'readiness'>,
  { installation, plan, choices, shard, cwd }: SuitesRun,
): RunFacts {
  const { accelerator, reason: acceleratorReason } = settled.choice;
  const { cpus, memoryMiB } = hostResources();
  const host = { accelerator, acceleratorReason, cpus, memoryMiB };
  return { version: installation.version, startedAt: started.at, host, plan, choices, shard, supplies, cwd };
}

function orderOf(
  { plan, choices: { shuffleSeed }, listener }: RunSetup,
  isUrgent: SuitesRun['isUrgent'],
  store: AssetStore,
): Order {
  if (shuffleSeed === undefined)
    return {
      kind: 'longest-first',
      ...readDurations(store, plan.tests),
      ...(isUrgent === undefined ? {} : { isUrgent }),
    };
  listener({ kind: 'fact', topic: 'order', text: `shuffled; --shuffle=${shuffleSeed} repeats this order` });
  return { kind: 'shuffled', seed: shuffleSeed };
}

function suiteNames(plan: Plan): readonly string[] {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}
