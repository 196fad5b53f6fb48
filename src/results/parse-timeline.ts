import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import type { TimelineEntry } from '../run/evidence/timeline-entry.ts';
import { readAs } from './formats/read.ts';
import { timelineEntry } from './formats/timeline-format.ts';

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
  const reading = readAs(timelineEntry, parsed.value);
  return reading.kind === 'value' ? reading.value : undefined;
}
