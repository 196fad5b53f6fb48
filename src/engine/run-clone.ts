import { dirname, join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { movePath } from '../host/files/file-changes.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { makeDirectory, removeTree } from '../host/files/scratch-directory.ts';
import { NotCopied } from '../host/process/process-copies.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { RunRecord } from '../run/evidence/run-record.ts';
import type { Forks } from '../run/fork/forks.ts';
import type { RunPorts } from '../run/run-ports.ts';
import { runTest } from '../run/run-test.ts';
import type { Template } from '../run/template.ts';
import { watchLimits, type WatchLimits } from '../run/watch/watch-limits.ts';
import { bootDirectory } from './boot-cells.ts';
import { cloneMachine, cloneStart } from './cell-machine.ts';
import { type Attempt, attemptDirectory, type Run } from './run.ts';
import { jobOf, transportOf } from './test-job.ts';
import type { PlannedRun } from './unstarted.ts';

export interface CloneRun extends PlannedRun {
  readonly start: Extract<PlannedStart, { kind: 'clone' }>;
  readonly template: Template;
  readonly accelerator: Accelerator;
  /** Absent: it is restored. */
  readonly forks?: Forks | undefined;
}

/** Copied, where there is one to copy, and otherwise restored. */
export async function runAnyClone(
  attempt: Attempt,
  clone: CloneRun,
  ports: Omit<RunPorts, 'tripwire'>,
): Promise<RunRecord> {
  const { run, template } = clone;
  const forks = forksFor(attempt, clone);
  const copied = forks === undefined ? undefined : await runCopied(attempt, { ...clone, forks }, ports);
  if (copied === undefined) return await runClone(attempt, clone, ports);
  if (copied.kind === 'record') return copied.record;
  if (copied.isForAll) run.services.forks.lose(template, copied.reason);
  putAside(attempt, run, true);
  return await runClone(attempt, clone, ports);
}

/** `isForAll`: no other copy would be of more use. */
type Copied =
  | { readonly kind: 'record'; readonly record: RunRecord }
  | { readonly kind: 'useless'; readonly reason: string; readonly isForAll: boolean };

/**
 * A copy that is dead says nothing of the template. One whose process ended in the middle may have done so because it
 * was copied, or with what it was copied from.
 */
async function runCopied(
  attempt: Attempt,
  clone: CloneRun & { readonly forks: Forks },
  ports: Omit<RunPorts, 'tripwire'>,
): Promise<Copied> {
  try {
    const record = await runClone(attempt, clone, ports);
    const isLost = clone.forks.isLost() && !saidByGuest.has(record.ending.kind);
    const isForAll = isLost || (record.startMs === undefined && isDead(record));
    if (clone.run.signal.aborted || !(isForAll || record.ending.kind === 'qemu-exited'))
      return { kind: 'record', record };
    return { kind: 'useless', reason: describeEnding(record.ending), isForAll };
  } catch (error) {
    if (error instanceof NotCopied) return { kind: 'useless', reason: error.message, isForAll: true };
    throw error;
  }
}

/** Endings that a process which is killed cannot have. */
const saidByGuest: ReadonlySet<RunRecord['ending']['kind']> = new Set([
  'completed',
  'guest-shutdown',
  'guest-reset',
  'guest-panicked',
]);

function forksFor(
  attempt: Attempt,
  { run, boots, supplies, start, template, accelerator }: CloneRun,
): Forks | undefined {
  const { kernel } = attempt.planned.cell;
  return run.services.forks.for({
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    machine: cloneMachine(start.template, supplies, accelerator),
    template,
    accelerator,
    findsLeaks: kernel.kind === 'source' && kernel.flavours.includes('kmemleak'),
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

/** The test starts again from nothing. What a dead clone has said is kept with the boot: the first one, as evidence. */
export function putAside(attempt: Attempt, { outDirectory }: Run, isEvidence: boolean): void {
  const directory = join(outDirectory, attemptDirectory(attempt));
  const kept = bootDirectory(outDirectory, attempt.planned.cell, 'dead-clone');
  if (isEvidence && kindOfFile(kept) === 'nothing' && kindOfFile(directory) === 'directory') {
    makeDirectory(dirname(kept));
    movePath(directory, kept);
  } else removeTree(directory);
}

/**
 * A restored guest that never said anything condemns its template: the next clone would fail the same way, after the
 * same wait. A failure after the first sign of life belongs to the test: a device that QEMU cannot plug in, a disk
 * image without a file system.
 */
export function isDead({ isHeard, ending }: RunRecord): boolean {
  return !isHeard && ending.kind !== 'host-failed';
}
