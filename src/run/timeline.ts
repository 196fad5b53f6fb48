import { monotonicUs } from '../host/clock.ts';
import type { TimelineEntry, TimelineSource } from './timeline-entry.ts';

/** Of each source, and of each device, the first and the last entries are kept: a flood of one pushes nothing else out. */
export const timelineLimits = { first: 1000, last: 4000, textCharacters: 500 };

interface SourceEntries {
  readonly source: TimelineSource;
  readonly first: TimedEntry[];
  readonly last: TimedEntry[];
  /** How many came after `first` was full. */
  later: number;
}

interface TimedEntry {
  readonly atUs: number;
  readonly entry: Omit<TimelineEntry, 'atMs'>;
}

type Details = Pick<TimelineEntry, 'device' | 'data'>;

/** Everything that was seen of a machine, on one clock, in bounded memory. It begins when it is made. */
export class Timeline {
  readonly #beganUs = monotonicUs();
  readonly #sources = new Map<string, SourceEntries>();

  /** `atUs`: on the host's monotonic clock; absent: now. */
  add(source: TimelineSource, text: string, details: Details = {}, atUs = monotonicUs()): void {
    const kept = this.#entriesOf(source, details.device);
    const timed: TimedEntry = { atUs, entry: { source, text: oneLine(text), ...details } };
    if (kept.first.length < timelineLimits.first) kept.first.push(timed);
    else kept.last[kept.later++ % timelineLimits.last] = timed;
  }

  /** As `timeline.jsonl` has it: in the order of time, a line an entry. What was before it began (a device is there earlier) is at 0. */
  render(): string {
    const timed = [...this.#sources.values()].flatMap(inOrder).sort((a, b) => a.atUs - b.atUs);
    return timed.map(({ atUs, entry }) => `${JSON.stringify({ atMs: Math.max(0, atUs - this.#beganUs) / 1000, ...entry } satisfies TimelineEntry)}\n`).join('');
  }

  #entriesOf(source: TimelineSource, device = ''): SourceEntries {
    const key = `${source} ${device}`;
    const kept = this.#sources.get(key) ?? { source, first: [], last: [], later: 0 };
    this.#sources.set(key, kept);
    return kept;
  }
}

function inOrder({ source, first, last, later }: SourceEntries): readonly TimedEntry[] {
  if (later <= timelineLimits.last) return [...first, ...last];
  const start = later % timelineLimits.last;
  const kept = [...last.slice(start), ...last.slice(0, start)];
  const gap: TimedEntry = { atUs: kept[0]?.atUs ?? 0, entry: { source, text: `${later - timelineLimits.last} entries of this source are left out here` } };
  return [...first, gap, ...kept];
}

function oneLine(text: string): string {
  const line = text.replaceAll(/[\r\n]+/g, ' ').trimEnd();
  return line.length <= timelineLimits.textCharacters ? line : `${line.slice(0, timelineLimits.textCharacters - 1)}…`;
}
