import type { Finding } from '../../diagnose/finding.ts';
import type { TimelineEntry } from '../../run/evidence/timeline-entry.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { withoutKernelPrefix } from './kernel-report.ts';

/** A moment of a timeline, or several equal ones in a row. */
export interface Moment {
  readonly entry: TimelineEntry;
  readonly times: number;
  /** The time from the first to the last. */
  readonly spanMs: number;
  /** The number of alternating moments, including this one, as when a driver polls two registers. 1: no alternation. */
  readonly inTurn: number;
}

/** The longest loop of a driver that is recognised. */
const longestTurn = 4;

/** Merges entries that differ only in time, and a few entries of one device that alternate. */
export function foldEntries(entries: readonly TimelineEntry[]): readonly Moment[] {
  const moments: Moment[] = [];
  for (let at = 0; at < entries.length; ) {
    const turn = longestRun(entries, at);
    for (let member = 0; member < turn.length; member++) moments.push(momentOf(entries, at + member, turn));
    at += turn.length * turn.times;
  }
  return moments;
}

interface Turn {
  readonly length: number;
  readonly times: number;
}

/** The shortest repeated sequence. One that occurs only twice stays as it is. */
function longestRun(entries: readonly TimelineEntry[], at: number): Turn {
  for (let length = 1; length <= longestTurn; length++) {
    const times = timesTaken(entries, at, length);
    if (length === 1 ? times > 1 : times > 2) return { length, times };
  }
  return { length: 1, times: 1 };
}

function timesTaken(entries: readonly TimelineEntry[], at: number, length: number): number {
  let same = 0;
  while (isSame(entries[at + same], entries[at + same + length], length)) same++;
  return 1 + Math.floor(same / length);
}

function isSame(one: TimelineEntry | undefined, other: TimelineEntry | undefined, length: number): boolean {
  if (one === undefined || other === undefined || (length > 1 && one.source !== 'device')) return false;
  return one.source === other.source && one.device === other.device && one.text === other.text;
}

function momentOf(entries: readonly TimelineEntry[], at: number, { length, times }: Turn): Moment {
  // Both exist: the sequence was measured on them.
  const [first, last] = [entries[at], entries[at + length * (times - 1)]] as [TimelineEntry, TimelineEntry];
  return { entry: first, times, spanMs: last.atMs - first.atMs, inTurn: length };
}

/**
 * The index of the entry that starts a kernel report, ignoring separators; -1 when the entries do not contain the
 * report.
 */
function findCrash(entries: readonly TimelineEntry[], { report }: Pick<Finding, 'report'>): number {
  const opening = report
    .split('\n', maxOpening)
    .map(comparable)
    .find((line) => line !== '' && !isSeparator(line));
  if (opening === undefined) return -1;
  // With its timestamp, a line is unique. Without, an earlier line may have the same text.
  const exact = entries.findIndex((entry) => isConsole(entry) && saysTheSame(comparable(entry.text), opening));
  if (exact >= 0) return exact;
  const words = withoutKernelPrefix(opening);
  return entries.findIndex(
    (entry) => isConsole(entry) && saysTheSame(withoutKernelPrefix(comparable(entry.text)), words),
  );
}

/** `------------[ cut here ]------------` or a row of signs: a line without information. */
function isSeparator(line: string): boolean {
  return /^(?:-+\[ cut here \]-+|[=-]{4,})$/.test(withoutKernelPrefix(line));
}

const maxOpening = 10;
const shortestTelling = 20;

/** The rest of a line is not read. */
const maxLength = 1000;

function comparable(line: string): string {
  return plainLine(line.slice(0, maxLength));
}

function isConsole({ source }: TimelineEntry): boolean {
  return source === 'console';
}

/** Either line may be cut, and a report has source positions appended to its lines. */
function saysTheSame(said: string, wanted: string): boolean {
  if (said === wanted) return true;
  return (
    Math.min(said.length, wanted.length) >= shortestTelling && (said.startsWith(wanted) || wanted.startsWith(said))
  );
}

/** A moment as every report shows it. The text is safe. */
export interface MomentWords {
  /** Milliseconds since the launch, as in `timeline.jsonl`. */
  readonly at: string;
  /** The device concerned, or else the source of the entry. */
  readonly who: string;
  readonly text: string;
  readonly tone: MomentTone;
}

/** `fault`: an injected hardware failure; `crash`: the point of failure. */
export type MomentTone = 'plain' | 'fault' | 'crash';

/** The entry at the point of interest, as every report shows it. */
export function markWords(entry: TimelineEntry): MomentWords {
  return { ...entryWords(entry), tone: 'crash' };
}

export function momentWords({ entry, times, spanMs, inTurn }: Moment): MomentWords {
  const repeated = times === 1 ? '' : ` ×${times}${inTurn > 1 ? ' in turn,' : ''} in ${formatSpan(spanMs)}`;
  const { at, who, text, tone } = entryWords(entry);
  return { at, who, text: text + repeated, tone };
}

function entryWords(entry: TimelineEntry): MomentWords {
  const { atMs, source, text, device } = entry;
  const who = source === 'device' && device !== undefined ? device : source;
  return {
    at: atMs.toFixed(3),
    who: plainLine(who.slice(0, maxWho)),
    text: cutLine(plainLine(text.slice(0, 4 * maxText)), maxText),
    tone: toneOf(entry),
  };
}

const maxWho = 64;
const maxText = 400;

function toneOf({ source, data }: TimelineEntry): MomentTone {
  if (source !== 'device') return 'plain';
  const kind = data?.['kind'];
  return kind === 'fault' || kind === 'crash' ? kind : 'plain';
}

function formatSpan(spanMs: number): string {
  return spanMs < 1 ? `${Math.round(spanMs * 1000)} µs` : formatDuration(spanMs);
}

/**
 * The point of interest: the line that starts the kernel report, which is a crash or tells what is left behind; or else
 * the end of the failed stage, or else the end of the machine.
 */
export type DescribedUntil = 'crash' | 'report' | 'failure' | 'end';

/** A test's timeline around the point of interest. */
export interface TimelineDescription {
  readonly until: DescribedUntil;
  /** The moments before that point. */
  readonly before: readonly Moment[];
  /** The entry at that point; absent at the end of the machine. */
  readonly mark?: TimelineEntry;
  readonly after: readonly Moment[];
}

/** How many of the last moments are shown. */
export const shownMoments = 30;

/** Merges repetitions and finds the point of interest. */
export function describeTimeline(entries: readonly TimelineEntry[], finding: Finding | undefined): TimelineDescription {
  const crash = finding === undefined ? -1 : findCrash(entries, finding);
  const at = crash >= 0 ? crash : entries.findIndex(isFailure);
  const mark = entries[at];
  if (mark === undefined) return { until: 'end', before: foldEntries(entries), after: [] };
  const before = entries.slice(0, at);
  return {
    until: finding === undefined || crash < 0 ? 'failure' : tellsLeftovers(finding) ? 'report' : 'crash',
    before: foldEntries(crash >= 0 ? withoutSeparator(before) : before),
    mark,
    after: foldEntries(entries.slice(at + 1)),
  };
}

/** Nothing has crashed: what was found is told in the end. */
function tellsLeftovers({ kind }: Finding): boolean {
  return kind === 'leak' || kind === 'memory-leak';
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
