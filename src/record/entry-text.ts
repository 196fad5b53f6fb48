import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { readAs } from '../results/formats/read.ts';
import type { RecordEntry } from './entries.ts';
import { entry as entryFormat } from './formats/record-format.ts';

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
  const reading = readAs(entryFormat, JSON.parse(text), 'entry');
  if (reading.kind === 'mismatch')
    throw new Error(`Internal error: an entry of the record that could not be read back: ${reading.message}`);
  return text;
}

/** @throws RecordDamaged that names the place */
export function parseEntry(text: string, place: string): RecordEntry {
  const json = parseJson(text, bounds.results);
  if (json.kind === 'problem') throw new RecordDamaged(`${place}: ${json.reason}`);
  const reading = readAs(entryFormat, json.value, place);
  if (reading.kind === 'mismatch') throw new RecordDamaged(reading.message);
  return reading.value;
}
