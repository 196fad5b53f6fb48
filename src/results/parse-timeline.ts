import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import type { TimelineEntry, TimelineSource } from '../run/evidence/timeline-entry.ts';
import { keyOf, number, objectWith, recordOf, type Shape, ShapeMismatch, string } from './shape.ts';

export interface ParsedTimeline {
  /** In the order of the file, which is the order of time. */
  readonly entries: readonly TimelineEntry[];
  /** Lines that are not entries, or exceed the limit. A file may be cut anywhere. */
  readonly unreadable: number;
}

const maxEntries = 200_000;
/** Twice the length of our longest entry. */
const maxLineLength = 64 * 1024;

/** Parses the text of `timeline.jsonl`; invalid lines are counted and skipped. */
export function parseTimeline(text: string): ParsedTimeline {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const entries: TimelineEntry[] = [];
  for (const line of lines) {
    if (entries.length >= maxEntries) break;
    const entry = line.length > maxLineLength ? undefined : parseEntry(line);
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, unreadable: lines.length - entries.length };
}

function parseEntry(line: string): TimelineEntry | undefined {
  const parsed = parseJson(line, bounds.json);
  if (parsed.kind === 'problem') return undefined;
  try {
    return entryShape(parsed.value, '');
  } catch (cause) {
    if (cause instanceof ShapeMismatch) return undefined;
    throw cause;
  }
}

const time: Shape<number> = (value, place) => {
  const atMs = number(value, place);
  if (!Number.isFinite(atMs)) throw new ShapeMismatch(place, 'a number of milliseconds', value);
  return atMs;
};
const source = keyOf<TimelineSource>({ machine: 0, stage: 0, console: 0, hw: 0, monitor: 0, device: 0 });
const data = recordOf<unknown>((value) => value);
const entryShape: Shape<TimelineEntry> = objectWith<
  Omit<TimelineEntry, 'device' | 'data'>,
  Required<Pick<TimelineEntry, 'device' | 'data'>>
>({ atMs: time, source, text: string }, { device: string, data });
