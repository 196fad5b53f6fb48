import { bootFailureInWords } from '../diagnose/boot-failure.ts';
import { compilerWords } from '../provision/modules/compiler-messages.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import { type UnstartedEnding, unstartedRecord } from '../run/evidence/keep-record.ts';
import type { RunRecord } from '../run/evidence/run-record.ts';
import { bootConsole, type ImageFailure } from './boot-cells.ts';
import { missingBus } from './bus-supplies.ts';
import { missingCalls } from './call-jobs.ts';
import { failedBuild } from './cell-builds.ts';
import type { CellBoots } from './cell-boots.ts';
import { refusedTree } from './device-trees.ts';
import { missingDisk } from './missing.ts';
import { type Attempt, attemptDirectory, type Run, RunStopped } from './run.ts';
import type { CellSupplies } from './supplies.ts';

/** A record, and why the machine started the way it did. */
export interface StartedRecord {
  readonly record: RunRecord;
  readonly startReason: string;
}

/** What the tests are based on. */
export type TestBasis = Pick<CellBoots, 'of' | 'isWaiting' | 'ask' | 'templateCache'>;

export interface PlannedRun {
  readonly run: Run;
  readonly supplies: CellSupplies;
  readonly start: PlannedStart;
  /** The boot of its cell, and the templates. */
  readonly boots: TestBasis;
}

/** The limit for the quoted build output; build.log has all of it. */
const buildOutputChars = 64 * 1024;

function stopped({ reason }: AbortSignal): UnstartedEnding {
  return reason instanceof RunStopped ? { kind: 'host-failed', detail: reason.message } : { kind: 'cancelled' };
}

/** The record of a test that gets no machine; undefined: it gets one. */
export function unstarted(attempt: Attempt, context: PlannedRun): StartedRecord | undefined {
  const record = unstartedRecordOf(attempt, context);
  return record === undefined ? undefined : { record, startReason: 'it was not started' };
}

function unstartedRecordOf(attempt: Attempt, { run, supplies, boots }: PlannedRun): RunRecord | undefined {
  const { planned } = attempt;
  const directory = attemptDirectory(attempt);
  const unmet = supplies.unmetConfigs.get(planned.suite);
  if (unmet !== undefined)
    return unstartedRecord(directory, { kind: 'not-started', cause: { kind: 'kernel-config', detail: unmet } });
  const failed = failedBuild(planned, supplies);
  const noCalls = missingCalls(planned, supplies);
  if (failed !== undefined) return withoutModules(directory, failed);
  if (noCalls !== undefined)
    return unstartedRecord(directory, { kind: 'not-started', cause: { kind: 'no-calls', detail: noCalls } });
  const noBus = missingBus(planned, supplies) ?? refusedTree(planned, supplies);
  if (noBus !== undefined)
    return unstartedRecord(directory, { kind: 'not-started', cause: { kind: 'no-bus', detail: noBus } });
  const noDisk = missingDisk(planned, supplies);
  if (noDisk !== undefined)
    return unstartedRecord(directory, { kind: 'not-started', cause: { kind: 'no-disk', detail: noDisk } });
  if (run.signal.aborted) return unstartedRecord(directory, stopped(run.signal));
  const boot = boots.of(planned.cell);
  if (boot?.outcome === 'ok' || boots.isWaiting(planned.cell)) return undefined;
  if (boot?.internalError !== undefined)
    return unstartedRecord(directory, { kind: 'internal-error', ...boot.internalError });
  const detail = boot?.failure === undefined ? 'it was not tried' : bootFailureInWords(boot.failure);
  const cause = { kind: 'boot-failed', detail } as const;
  return unstartedRecord(directory, { kind: 'not-started', cause }, bootConsole(run.outDirectory, planned.cell));
}

function withoutModules(directory: string, { build, log }: NonNullable<ReturnType<typeof failedBuild>>): RunRecord {
  const first = build.said.messages.find(({ severity }) => severity === 'error');
  const cause = {
    kind: 'module-build',
    directory: build.directory,
    output: build.output.slice(-buildOutputChars),
    error: first === undefined ? undefined : compilerWords(first),
  } as const;
  return unstartedRecord(directory, { kind: 'not-started', cause }, { buildLogPath: log });
}

/**
 * The record of a test on a disk image. What did not come up for the saved machine would not for the test's: its tests
 * do not wait for that again.
 */
export function withoutImage(attempt: Attempt, { ending, consolePath }: ImageFailure): StartedRecord {
  const record = unstartedRecord(attemptDirectory(attempt), ending, { consolePath });
  return { record, startReason: 'it was not started: the saved machine did not come up' };
}
