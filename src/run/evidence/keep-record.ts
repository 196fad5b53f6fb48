import { join, relative } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
import { now } from '../../host/clock.ts';
import { copyUntrusted } from '../../host/files/copy-tree.ts';
import { writeFileAt } from '../../host/files/file-changes.ts';
import { readTextTail } from '../../host/files/read-text.ts';
import { mappedFileNotes } from '../../machine/mapped-file-notes.ts';
import type { StageTrace } from '../agent/conversation.ts';
import type { TestJob } from '../agent/test-job.ts';
import type { MachineModels } from '../devices/machine-models.ts';
import type { CoverageEvidence } from './covered-lines.ts';
import type { DeviceRecord } from './device-record.ts';
import type { Watched } from '../watch/watch-machine.ts';
import type { Evidence } from './evidence.ts';
import { recordPostMortem } from './record-post-mortem.ts';
import type { Ending, RunRecord, StageRecord } from './run-record.ts';
import type { Timeline } from './timeline.ts';

/** What remains of a machine that is gone. */
export interface Leftovers {
  readonly startedAt: Date;
  /** On the clock of `performance.now()`. */
  readonly launchedMs: number;
  readonly durationMs: number;
  readonly isHeard: boolean;
  readonly watched: Watched;
  readonly traces: readonly StageTrace[];
  readonly evidence: Evidence;
  /** The test's folder as the guest left it. */
  readonly folder: string;
  readonly devices: readonly DeviceRecord[];
  readonly models: MachineModels | undefined;
  /** About the calls that failed, and the ledger. */
  readonly helperNotes: readonly string[];
  readonly timeline: Timeline;
  /** What the modules left behind, as the ledger told it. */
  readonly leaks: readonly string[];
  /** Undefined: nothing is recorded. */
  readonly coverage: CoverageEvidence | undefined;
}

/** The limit for the last console lines before a post-mortem. */
const consoleTailBytes = 64 * 1024;

export const artifactLimits = bounds.artifacts;

/** Moves everything into the results and returns the record. @throws SystemError when that fails */
export async function keepRecord(job: TestJob, leftovers: Leftovers): Promise<RunRecord> {
  const { watched, traces, evidence, folder, models } = leftovers;
  const cutLogs = evidence.close();
  const artifacts = await copyUntrusted({ directory: folder, path: 'artifacts' }, join(job.directory, 'artifacts'), {
    ...artifactLimits,
    notes: mappedFileNotes,
  });
  const lastConsole = (): string => readTextTail(evidence.consolePath, consoleTailBytes) ?? '';
  const postMortem = watched.postMortem && (await recordPostMortem(watched.postMortem, lastConsole(), job));
  const inResults = (path: string): string => relative(job.resultsDirectory, path);
  return {
    start: job.clone === undefined ? 'cold' : 'clone',
    startedAt: leftovers.startedAt,
    startMs: watched.firstStageMs === undefined ? undefined : watched.firstStageMs - leftovers.launchedMs,
    durationMs: leftovers.durationMs,
    isHeard: leftovers.isHeard,
    ending: evidence.endingWith(watched.ending),
    stages: traces.map((trace): StageRecord => ({ ...trace, log: inResults(evidence.stageLogPath(trace.name)) })),
    directory: inResults(job.directory),
    consolePath: inResults(evidence.consolePath),
    artifacts: artifacts.copied.map((path) => inResults(join(job.directory, 'artifacts', path))),
    devices: leftovers.devices,
    timelinePath: inResults(keepTimeline(job, leftovers)),
    ...(postMortem === undefined ? {} : { postMortem: postMortem.record }),
    ...(leftovers.leaks.length === 0 ? {} : { leaks: leftovers.leaks }),
    ...(leftovers.coverage === undefined ? {} : { coverage: leftovers.coverage }),
    notes: [
      ...watched.notes,
      ...(models?.notes ?? []),
      ...leftovers.helperNotes,
      ...(postMortem?.notes ?? []),
      ...(leftovers.coverage?.kind === 'lost' ? [`no coverage: ${leftovers.coverage.reason}`] : []),
      ...cutLogs,
      ...[...watched.leftOut, ...artifacts.leftOut].map((what) => `artifact left out: ${what}`),
    ],
  };
}

function keepTimeline({ directory }: TestJob, { timeline }: Leftovers): string {
  const path = join(directory, 'timeline.jsonl');
  writeFileAt(path, timeline.render());
  return path;
}

export type UnstartedEnding = Extract<
  Ending,
  { kind: 'not-started' | 'cancelled' | 'host-failed' | 'internal-error' | 'image-failed' }
>;

/** Logs that exist although the test got no machine. */
export type OtherLogs = Pick<RunRecord, 'consolePath' | 'buildLogPath'>;

/** The record of a test that never got a machine. `directory` is relative to the results directory. */
export function unstartedRecord(directory: string, ending: UnstartedEnding, logs: OtherLogs = {}): RunRecord {
  return {
    start: 'cold',
    startedAt: now(),
    startMs: undefined,
    durationMs: 0,
    isHeard: false,
    ending,
    stages: [],
    directory,
    ...logs,
    artifacts: [],
    devices: [],
    notes: [],
  };
}
