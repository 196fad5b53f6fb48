import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import type { TimelineEntry } from '../run/evidence/timeline-entry.ts';
import { readAs } from './formats/read.ts';
import { timelineEntry } from './formats/timeline-format.ts';

export interface ParsedTimeline {
  /** In the order of the file, which is that in which they happened. */
  readonly entries: readonly TimelineEntry[];
  /** Lines that are no entry, or were one too many: a file may be cut anywhere. */
  readonly unreadable: number;
}

const maxEntries = 200_000;
/** Twice what any entry of ours has. */
const maxLineLength = 64 * 1024;

/** Reads the text of `timeline.jsonl`; what is no entry is counted and left out. */
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
