import type { Finding } from '../../diagnose/finding.ts';
import type { TimelineEntry } from '../../run/evidence/timeline-entry.ts';
import { formatDuration } from '../../text/duration.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cutLine } from '../../text/text-width.ts';
import { withoutKernelPrefix } from './kernel-report.ts';

/** Something that is seen on a timeline, once or many times in a row. */
export interface Moment {
  readonly entry: TimelineEntry;
  readonly times: number;
  /** From the first time to the last. */
  readonly spanMs: number;
  /** How many moments took turns, this one included: a driver that polls two registers. 1: it came by itself. */
  readonly inTurn: number;
}

/** What a driver does in a loop, at most. */
const longestTurn = 4;

/** Entries of which nothing but the time differs become one; so do a few of a device that take turns. */
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

/** The shortest turn that is taken again right after; one that is taken only twice is clearer as it stands. */
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
  // Both are there: the run was measured on them.
  const [first, last] = [entries[at], entries[at + length * (times - 1)]] as [TimelineEntry, TimelineEntry];
  return { entry: first, times, spanMs: last.atMs - first.atMs, inTurn: length };
}

/** The entry with which a kernel's report begins, separators left aside; -1: these entries do not tell of it. */
function findCrash(entries: readonly TimelineEntry[], { report }: Pick<Finding, 'report'>): number {
  const opening = report
    .split('\n', maxOpening)
    .map(comparable)
    .find((line) => line !== '' && !isSeparator(line));
  if (opening === undefined) return -1;
  // With its time a line is this one; without, it may be an earlier one that reads the same.
  const exact = entries.findIndex((entry) => isConsole(entry) && saysTheSame(comparable(entry.text), opening));
  if (exact >= 0) return exact;
  const words = withoutKernelPrefix(opening);
  return entries.findIndex(
    (entry) => isConsole(entry) && saysTheSame(withoutKernelPrefix(comparable(entry.text)), words),
  );
}

/** `------------[ cut here ]------------`, a row of signs: a line that says nothing. */
function isSeparator(line: string): boolean {
  return /^(?:-+\[ cut here \]-+|[=-]{4,})$/.test(withoutKernelPrefix(line));
}

const maxOpening = 10;
const shortestTelling = 20;

/** More of a line is not looked at. */
const maxLength = 1000;

function comparable(line: string): string {
  return plainLine(line.slice(0, maxLength));
}

function isConsole({ source }: TimelineEntry): boolean {
  return source === 'console';
}

/** Either may have been cut, and a report has places in the source added at the end of a line. */
function saysTheSame(said: string, wanted: string): boolean {
  if (said === wanted) return true;
  return (
    Math.min(said.length, wanted.length) >= shortestTelling && (said.startsWith(wanted) || wanted.startsWith(said))
  );
}

/** A moment as every report shows it, safe to show. */
export interface MomentWords {
  /** Milliseconds since the launch, as `timeline.jsonl` has them. */
  readonly at: string;
  /** The device that it is about, else where it comes from. */
  readonly who: string;
  readonly text: string;
  readonly tone: MomentTone;
}

/** `fault`: the hardware failed as a test wanted it to; `crash`: here it went wrong. */
export type MomentTone = 'plain' | 'fault' | 'crash';

/** What stands where a telling ends. */
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
