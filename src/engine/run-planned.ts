import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { reportedBugs } from '../diagnose/find-bugs.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { fileSize, kindOfFile } from '../host/files/file-facts.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Ending, RunRecord } from '../run/evidence/run-record.ts';
import type { RunPorts } from '../run/run-ports.ts';
import { runTest } from '../run/run-test.ts';
import { nameCode } from '../symbols/name-code.ts';
import { isDead, putAside, runAnyClone } from './run-clone.ts';
import { jobOf } from './test-job.ts';
import { testMachine } from './cell-machine.ts';
import { modulesOfTest } from './finding-locator.ts';
import { type Attempt, type Run } from './run.ts';
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

/** The reason is the same for all tests of a template, so it is given in one place. */
const seeNotes = "the notes of the cell's boot say why";

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
