import { bounds } from '../../bounds/bounds.ts';
import { cutText } from '../../bounds/cut-text.ts';
import { monotonicUs } from '../../host/clock.ts';
import type { TimelineEntry, TimelineSource } from './timeline-entry.ts';

/**
 * The first and last entries of each source and each device are kept, so that a flood from one does not push out
 * others.
 */
const { firstEntries, lastEntries, textChars, dataChars } = bounds.timeline;

interface SourceEntries {
  readonly source: TimelineSource;
  readonly first: TimedEntry[];
  readonly last: TimedEntry[];
  /** The number of entries after `first` was full. */
  later: number;
}

interface TimedEntry {
  readonly atUs: number;
  readonly entry: Omit<TimelineEntry, 'atMs'>;
}

type Details = Pick<TimelineEntry, 'device' | 'data'>;

/** Everything that was seen of a machine, on one clock, in bounded memory. The clock starts when it is created. */
export class Timeline {
  readonly #beganUs = monotonicUs();
  readonly #sources = new Map<string, SourceEntries>();

  /** When it was created, on the host's monotonic clock. */
  get beganUs(): number {
    return this.#beganUs;
  }

  /** `atUs`: on the host's monotonic clock; absent: now. */
  add(source: TimelineSource, text: string, details: Details = {}, atUs = monotonicUs()): void {
    const kept = this.#entriesOf(source, details.device);
    const timed: TimedEntry = { atUs, entry: { source, text: oneLine(text), ...boundDetails(details) } };
    if (kept.first.length < firstEntries) kept.first.push(timed);
    else kept.last[kept.later++ % lastEntries] = timed;
  }

  /**
   * The text of `timeline.jsonl`: one entry per line, in order of time. Entries before its start have negative times,
   * because devices exist earlier.
   */
  render(): string {
    const timed = [...this.#sources.values()].flatMap(inOrder).sort((a, b) => a.atUs - b.atUs);
    return timed
      .map(
        ({ atUs, entry }) =>
          `${JSON.stringify({ atMs: (atUs - this.#beganUs) / 1000, ...entry } satisfies TimelineEntry)}\n`,
      )
      .join('');
  }

  #entriesOf(source: TimelineSource, device = ''): SourceEntries {
    const key = `${source} ${device}`;
    const kept = this.#sources.get(key) ?? { source, first: [], last: [], later: 0 };
    this.#sources.set(key, kept);
    return kept;
  }
}

function inOrder({ source, first, last, later }: SourceEntries): readonly TimedEntry[] {
  if (later <= lastEntries) return [...first, ...last];
  const start = later % lastEntries;
  const kept = [...last.slice(start), ...last.slice(0, start)];
  const gap: TimedEntry = {
    atUs: kept[0]?.atUs ?? 0,
    entry: { source, text: `${later - lastEntries} entries of this source were left out here` },
  };
  return [...first, gap, ...kept];
}

/** Cut first: a guest's text may be long, and an entry keeps only the beginning. */
function oneLine(text: string): string {
  return cutText(
    cutText(text, 2 * textChars)
      .replaceAll(/[\r\n]+/g, ' ')
      .trimEnd(),
    textChars,
  );
}

/** Data that is too long is left out as a whole, with a note, because part of it would not be valid. */
function boundDetails({ device, data }: Details): Details {
  const chars = data === undefined ? 0 : JSON.stringify(data).length;
  const kept = chars <= dataChars ? data : { leftOut: `${chars} characters of data` };
  return { ...(device === undefined ? {} : { device }), ...(kept === undefined ? {} : { data: kept }) };
}
