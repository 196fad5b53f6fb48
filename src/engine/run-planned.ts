import { dirname, join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { reportedBugs } from '../diagnose/find-bugs.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { movePath } from '../host/files/file-changes.ts';
import { fileSize, kindOfFile } from '../host/files/file-facts.ts';
import { NotCopied } from '../host/process/process-copies.ts';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { TreeModels } from '../plan/device-tree.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { TestJob } from '../run/agent/test-job.ts';
import type { Ending, RunRecord } from '../run/evidence/run-record.ts';
import type { RunPorts } from '../run/run-ports.ts';
import { runTest } from '../run/run-test.ts';
import type { Forks } from '../run/fork/forks.ts';
import type { Template } from '../run/template.ts';
import { watchLimits, type WatchLimits } from '../run/watch/watch-limits.ts';
import { nameCode } from '../symbols/name-code.ts';
import { bootDirectory } from './boot-cells.ts';
import { callsOf } from './call-jobs.ts';
import { ledgerOf } from './ledger-supplies.ts';
import { bootDeadlineMs } from './boot-deadlines.ts';
import { cloneMachine, cloneStart, testMachine } from './cell-machine.ts';
import { modulesOfTest } from './finding-locator.ts';
import { machineDevices } from './machine-devices.ts';
import type { ModelPool } from './model-pool.ts';
import { type Attempt, attemptDirectory, type Run } from './run.ts';
import { builtFiles, type CellSupplies } from './supplies.ts';
import { type PlannedRun, type StartedRecord, unstarted, withoutImage } from './unstarted.ts';

/**
 * Runs a test as planned. A clone that does not reach its first stage proves nothing: the test then runs cold, and the
 * results say why.
 */
export async function runPlanned(attempt: Attempt, context: PlannedRun): Promise<StartedRecord> {
  try {
    return unstarted(attempt, context) ?? (await runTrusting(attempt, context));
  } finally {
    if (context.start.kind === 'clone') await context.boots.templateCache.release(context.start.template);
  }
}

/**
 * A test whose cell has not booted takes it that the cell would. If its machine gives a reason to doubt that, the cell
 * boots now, and the test is what it would have been after that boot.
 */
async function runTrusting(attempt: Attempt, context: PlannedRun): Promise<StartedRecord> {
  const { run, boots } = context;
  const { cell } = attempt.planned;
  const isTrusting = boots.isWaiting(cell);
  const started = await runStarted(attempt, context);
  if (!isTrusting || run.signal.aborted || !(await isDoubtful(started.record, run))) return started;
  await boots.ask(cell);
  if (!isUndone(started.record)) return started;
  putAside(attempt, run, false);
  return unstarted(attempt, context) ?? (await runStarted(attempt, context));
}

/** Whether the boot of the cell may explain what was seen: it starts nothing, or reports the same. */
async function isDoubtful(record: RunRecord, { services, outDirectory }: Run): Promise<boolean> {
  const { consolePath } = record;
  if (isUndone(record)) return true;
  if (consolePath === undefined || kindOfFile(join(outDirectory, consolePath)) !== 'file') return false;
  return (await services.judge.findBugs({ resultsDirectory: outDirectory, consolePath })).length > 0;
}

/** Nothing of the test was done: its machine said nothing, or was ended for a bug that the cell may have, too. */
function isUndone({ startMs, isHeard, ending }: RunRecord): boolean {
  if (startMs !== undefined) return false;
  return ending.kind === 'after-bug' || (!isHeard && !explained.has(ending.kind));
}

/** The kernel has started, or has nothing to do with it. */
const explained: ReadonlySet<Ending['kind']> = new Set(['image-failed', 'not-started', 'host-failed', 'over-limit']);

async function runStarted(attempt: Attempt, context: PlannedRun): Promise<StartedRecord> {
  const { run, start, boots } = context;
  const ports = portsOf(attempt, context);
  const cold = (startReason: string): Promise<StartedRecord> => runColdOnAny(attempt, context, startReason);
  if (start.kind === 'cold') return await cold(start.reason);
  const cached = await boots.templateCache.take(start.template);
  if (cached.kind === 'none' && cached.imageFailure !== undefined) return withoutImage(attempt, cached.imageFailure);
  if (cached.kind === 'none') {
    if (boots.isWaiting(attempt.planned.cell)) await boots.ask(attempt.planned.cell);
    return unstarted(attempt, context) ?? (await cold(`no template to clone: ${seeNotes}`));
  }
  const anew = async (): Promise<StartedRecord> => {
    await boots.templateCache.renew(start.template, cached.template);
    return await runStarted(attempt, context);
  };
  const { cell } = attempt.planned;
  if (cached.accelerator !== run.accelerator.of(cell)) return await anew();
  const { accelerator } = cached;
  const record = await runAnyClone(attempt, { ...context, start, template: cached.template, accelerator }, ports);
  if (record.startMs !== undefined || run.signal.aborted) return { record, startReason: start.reason };
  putAside(attempt, run, isDead(record));
  if (accelerator === 'kvm' && run.accelerator.isGoneBy(record.ending, 'clone')) return await anew();
  if (!isDead(record)) return await cold(`the clone did not reach a stage: ${describeEnding(record.ending)}`);
  if (cached.template.isKept) return await anew();
  boots.templateCache.withdraw(start.template, `a clone was dead: ${describeEnding(record.ending)}`);
  return await cold(`its clone was dead: ${seeNotes}`);
}

/**
 * Boots the test's machine; once more on TCG when that shows that KVM is gone. Also once more on KVM when it reset
 * before its first line, which nested KVM does by chance: what the test does can then not be the reason.
 */
async function runColdOnAny(attempt: Attempt, context: PlannedRun, startReason: string): Promise<StartedRecord> {
  const { run } = context;
  const { cell } = attempt.planned;
  const ports = portsOf(attempt, context);
  const accelerator = run.accelerator.of(cell);
  const record = await runCold(attempt, context, accelerator, ports);
  if (record.startMs !== undefined || run.signal.aborted || accelerator === 'tcg') return { record, startReason };
  if (isSilentReset(record, run)) {
    putAside(attempt, run, false);
    return {
      record: await runCold(attempt, context, accelerator, ports),
      startReason: `${startReason}; its machine had reset before its first line, and was started once more`,
    };
  }
  if (!run.accelerator.isGoneBy(record.ending, 'boot')) return { record, startReason };
  putAside(attempt, run, false);
  return {
    record: await runCold(attempt, context, 'tcg', ports),
    startReason: `${startReason}; on TCG: ${describeEnding(record.ending)}`,
  };
}

function isSilentReset({ ending, isHeard, consolePath }: RunRecord, { outDirectory }: Run): boolean {
  if (ending.kind !== 'guest-reset' || isHeard || consolePath === undefined) return false;
  const path = join(outDirectory, consolePath);
  return kindOfFile(path) === 'file' && fileSize(path) === 0;
}

/** The test starts again from nothing. What a dead clone has said is kept with the boot: the first one, as evidence. */
function putAside(attempt: Attempt, { outDirectory }: Run, isEvidence: boolean): void {
  const directory = join(outDirectory, attemptDirectory(attempt));
  const kept = bootDirectory(outDirectory, attempt.planned.cell, 'dead-clone');
  if (isEvidence && kindOfFile(kept) === 'nothing' && kindOfFile(directory) === 'directory') {
    makeDirectory(dirname(kept));
    movePath(directory, kept);
  } else removeTree(directory);
}

/** The reason is the same for all tests of a template, so it is given in one place. */
const seeNotes = "the notes of the cell's boot say why";

/**
 * A restored guest that never said anything condemns its template: the next clone would fail the same way, after the
 * same wait. A failure after the first sign of life belongs to the test: a device that QEMU cannot plug in, a disk
 * image without a file system.
 */
function isDead({ isHeard, ending }: RunRecord): boolean {
  return !isHeard && ending.kind !== 'host-failed';
}

/** A finding that the cell's own boot had already is not a bug of this test. */
function portsOf({ planned }: Attempt, { run, supplies, boots }: PlannedRun): Omit<RunPorts, 'tripwire'> {
  const bootFingerprints = new Set(boots.of(planned.cell)?.findings.map(({ fingerprint }) => fingerprint));
  return {
    signal: run.signal,
    bugsIn: (consoleText) => reportedBugs(consoleText, bootFingerprints),
    locateCalls: (places) => run.services.locator.locateCalls(places, planned, supplies),
    nameCode: (places) => nameCode(places, modulesOfTest(planned, supplies)),
  };
}

function runCold(
  attempt: Attempt,
  { run, supplies }: Pick<PlannedRun, 'run' | 'supplies'>,
  accelerator: Accelerator,
  ports: Omit<RunPorts, 'tripwire'>,
): Promise<RunRecord> {
  const machine = testMachine(attempt.planned, supplies, accelerator);
  return runTest({ ...jobOf(attempt, run, supplies, accelerator), machine }, { ...ports, tripwire: createTripwire() });
}

interface CloneRun extends PlannedRun {
  readonly start: Extract<PlannedStart, { kind: 'clone' }>;
  readonly template: Template;
  readonly accelerator: Accelerator;
  /** Absent: it is restored. */
  readonly forks?: Forks | undefined;
}

/** Copied, where there is one to copy, and otherwise restored. A dead copy says nothing of the template. */
async function runAnyClone(attempt: Attempt, clone: CloneRun, ports: Omit<RunPorts, 'tripwire'>): Promise<RunRecord> {
  const { run, template } = clone;
  const forks = forksFor(attempt, clone);
  if (forks === undefined) return await runClone(attempt, clone, ports);
  const copied = await runClone(attempt, { ...clone, forks }, ports).catch((error: unknown) => {
    if (error instanceof NotCopied) return error;
    throw error;
  });
  if (!(copied instanceof NotCopied) && (copied.startMs !== undefined || run.signal.aborted || !isDead(copied)))
    return copied;
  run.services.forks.lose(template, copied instanceof NotCopied ? copied.message : describeEnding(copied.ending));
  putAside(attempt, run, !(copied instanceof NotCopied));
  return await runClone(attempt, clone, ports);
}

function forksFor(
  attempt: Attempt,
  { run, boots, supplies, start, template, accelerator }: CloneRun,
): Forks | undefined {
  const { qemu, folderTransport } = jobOf(attempt, run, supplies, accelerator);
  return run.services.forks.for({
    qemu,
    folderTransport,
    machine: cloneMachine(start.template, supplies, accelerator),
    template,
    accelerator,
    testsLeft: boots.templateCache.testsLeft(start.template),
  });
}

function runClone(
  attempt: Attempt,
  { run, supplies, start, template, accelerator, forks }: CloneRun,
  ports: Omit<RunPorts, 'tripwire'>,
): Promise<RunRecord> {
  const machine = cloneMachine(start.template, supplies, accelerator);
  const clone = { ...cloneStart(start, template), ...(forks === undefined ? {} : { forks }) };
  return runTest(
    { ...jobOf(attempt, run, supplies, accelerator), machine, clone },
    { ...ports, limits: cloneLimits(attempt.planned), tripwire: createTripwire() },
  );
}

/** Where a boot may take longer than usual, a restored guest may, too, until it is heard. */
function cloneLimits({ bootTimeoutMs = 0 }: PlannedTest): WatchLimits {
  return { ...watchLimits, restoreMs: Math.max(watchLimits.restoreMs, bootTimeoutMs / 6) };
}

function jobOf(
  attempt: Attempt,
  run: Run,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<TestJob, 'machine' | 'clone'> {
  const { planned } = attempt;
  return {
    planned,
    qemu: supplies.qemu,
    folderTransport: supplies.archive.hasVirtFs ? '9p' : 'tar',
    modules: builtFiles(planned, supplies),
    memoryDump: run.choices.memoryDump,
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
    ...modelsOf(planned, { ...run.services, trees: supplies.trees }),
    ...callsOf(planned, supplies),
    ...ledgerOf(planned, supplies),
    ...coverageOf(planned, supplies),
    resultsDirectory: run.outDirectory,
    directory: join(run.outDirectory, attemptDirectory(attempt)),
  };
}

function coverageOf({ suite }: PlannedTest, { coverage }: CellSupplies): Pick<TestJob, 'coverage'> {
  const own = coverage?.suites.get(suite);
  return own?.kind === 'measured' ? { coverage: own.read } : {};
}

/** The device models of a test, and the processes that serve them. */
export function modelsOf(
  planned: PlannedTest,
  { modelPool, trees }: { readonly modelPool: ModelPool; readonly trees: TreeModels | undefined },
): Pick<TestJob, 'models'> {
  const devices = machineDevices(planned, trees);
  return devices.length === 0 ? {} : { models: { devices, lend: (onOutput) => modelPool.lend({ onOutput }) } };
}
