import type { Finding } from '../../diagnose/finding.ts';
import type { TimelineEntry } from '../../run/timeline-entry.ts';
import { plainLine } from '../escape-text.ts';
import { findCrash, isSeparator } from './find-crash.ts';
import { foldEntries, type Moment } from './fold-entries.ts';

/**
 * Up to where it is told: the line with which the kernel's report begins, else the end of the stage that failed, else
 * the end of the machine.
 */
export type ToldUntil = 'crash' | 'failure' | 'end';

/** A test's timeline around what matters on it. */
export interface ToldTimeline {
  readonly until: ToldUntil;
  /** Until there. */
  readonly before: readonly Moment[];
  /** What stands there; absent at the end. */
  readonly mark?: TimelineEntry;
  readonly after: readonly Moment[];
}

/** How many of the last moments tell how it came about. */
export const tellingMoments = 30;

/** Repetitions become one, and what matters is found. */
export function tellTimeline(entries: readonly TimelineEntry[], finding: Finding | undefined): ToldTimeline {
  const crash = finding === undefined ? -1 : findCrash(entries, finding);
  const at = crash >= 0 ? crash : entries.findIndex(isFailure);
  const mark = entries[at];
  if (mark === undefined) return { until: 'end', before: foldEntries(entries), after: [] };
  const before = entries.slice(0, at);
  return {
    until: crash >= 0 ? 'crash' : 'failure',
    before: foldEntries(crash >= 0 ? withoutSeparator(before) : before),
    mark,
    after: foldEntries(entries.slice(at + 1)),
  };
}

function isFailure({ source, data }: TimelineEntry): boolean {
  const exitStatus = source === 'stage' ? data?.['exitStatus'] : undefined;
  return typeof exitStatus === 'number' && exitStatus !== 0;
}

/** The line above a report that only opens it. */
function withoutSeparator(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const last = entries.findLastIndex(({ source }) => source === 'console');
  return last >= 0 && isSeparator(plainLine(entries[last]?.text ?? ''))
    ? entries.filter((_, index) => index !== last)
    : entries;
}
