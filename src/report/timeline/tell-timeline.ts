import type { Finding } from '../../diagnose/finding.ts';
import type { TimelineEntry } from '../../run/timeline-entry.ts';
import { plainLine } from '../escape-text.ts';
import { findCrash, isSeparator } from './find-crash.ts';
import { foldEntries, type Moment } from './fold-entries.ts';

/** A test's timeline around what matters on it. */
export interface ToldTimeline {
  /** Until the crash, or all of it. */
  readonly before: readonly Moment[];
  /** The line with which the kernel's report begins; absent: the timeline does not show one. */
  readonly crash?: TimelineEntry;
  readonly after: readonly Moment[];
}

/** How many of the last moments before a crash tell how it came about. */
export const tellingMoments = 30;

/** Repetitions become one, and the crash is found. */
export function tellTimeline(entries: readonly TimelineEntry[], finding: Finding | undefined): ToldTimeline {
  const at = finding === undefined ? -1 : findCrash(entries, finding);
  const crash = entries[at];
  if (crash === undefined) return { before: foldEntries(entries), after: [] };
  return { before: foldEntries(withoutSeparator(entries.slice(0, at))), crash, after: foldEntries(entries.slice(at + 1)) };
}

/** The line above a report that only opens it. */
function withoutSeparator(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const last = entries.findLastIndex(({ source }) => source === 'console');
  return last >= 0 && isSeparator(plainLine(entries[last]?.text ?? '')) ? entries.filter((_, index) => index !== last) : entries;
}
