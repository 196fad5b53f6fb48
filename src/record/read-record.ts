import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { type FileLine, readFileLines, readLineAt } from '../host/files/file-lines.ts';
import { type RecordEntry, recordName } from './entries.ts';
import { parseEntry, RecordDamaged } from './entry-text.ts';

/** An entry with a function that reads it again, or a problem with a line. */
export type RecordedLine =
  | { readonly kind: 'entry'; readonly entry: RecordEntry; readonly load: () => RecordEntry }
  | { readonly kind: 'damaged'; readonly problem: string };

export interface RecordPlace {
  readonly directory: string;
  /** The directory's name in messages. */
  readonly name: string;
  /** Entries that could not be written to the file, one per line. */
  readonly unwritten: readonly string[];
}

export function hasRecord(directory: string): boolean {
  return kindOfFile(join(directory, recordName)) === 'file';
}

/**
 * The lines of a record, in order. An incomplete last line is the trace of a kill and is ignored. @throws SystemError
 */
export function* readRecord({ directory, name, unwritten }: RecordPlace): Generator<RecordedLine> {
  const file = { directory, path: recordName };
  let number = 0;
  const lines = hasRecord(directory) || unwritten.length === 0 ? readFileLines(file, bounds.recordLineBytes) : [];
  for (const line of lines) {
    number++;
    if (line.kind === 'cut-off') break;
    // Keeping the reader of an entry must not keep its text in memory.
    const { place } = line;
    yield recorded(line, `${join(name, recordName)}:${number}`, () => readLineAt(file, place));
  }
  for (const [index, text] of unwritten.entries())
    yield recorded({ kind: 'line', text }, `entry ${index + 1} that was not written`, () => text);
}

type WholeLine = Exclude<FileLine, { kind: 'cut-off' | 'line' }> | { readonly kind: 'line'; readonly text: string };

function recorded(line: WholeLine, place: string, again: () => string): RecordedLine {
  if (line.kind === 'too-long')
    return {
      kind: 'damaged',
      problem: `${place}: expected at most ${bounds.recordLineBytes} bytes, found ${line.place.bytes}`,
    };
  try {
    return { kind: 'entry', entry: parseEntry(line.text, place), load: () => parseEntry(again(), place) };
  } catch (error) {
    if (error instanceof RecordDamaged) return { kind: 'damaged', problem: error.message };
    throw error;
  }
}
