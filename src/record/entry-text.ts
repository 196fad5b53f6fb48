import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { ShapeMismatch } from '../results/shape.ts';
import type { RecordEntry } from './entries.ts';
import { entryShape } from './entry-shapes.ts';

/** A line of a record is invalid; the message says what is wrong, and where. */
export class RecordDamaged extends Error {
  override readonly name = 'RecordDamaged';
}

/**
 * An entry as a line of the record, without its line feed. Patterns are stored as their source, times as text;
 * undefined fields are omitted.
 * @throws Error when it could not be parsed again: a bug of ours, which affects only this entry
 */
export function formatEntry(entry: RecordEntry): string {
  const text = JSON.stringify(entry, (_key, value: unknown) => (value instanceof RegExp ? value.source : value));
  try {
    entryShape(JSON.parse(text), 'entry: ');
  } catch (error) {
    if (error instanceof ShapeMismatch)
      throw new Error(`Internal error: an entry of the record that could not be read back: ${error.message}`, {
        cause: error,
      });
    throw error;
  }
  return text;
}

/** @throws RecordDamaged that names the place */
export function parseEntry(text: string, place: string): RecordEntry {
  const json = parseJson(text, bounds.results);
  if (json.kind === 'problem') throw new RecordDamaged(`${place}: ${json.reason}`);
  try {
    return entryShape(json.value, `${place}: `);
  } catch (error) {
    if (error instanceof ShapeMismatch) throw new RecordDamaged(error.message);
    throw error;
  }
}
