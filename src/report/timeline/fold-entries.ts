import type { TimelineEntry } from '../../run/timeline-entry.ts';

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
