import { bounds } from '../bounds/bounds.ts';
import { parseJson } from '../bounds/parse-json.ts';
import { readAs } from './formats/read.ts';
import { results as resultsFormat } from './formats/results-format.ts';
import type { Results } from './results.ts';

export type ParsedResults =
  | { readonly kind: 'results'; readonly results: Results }
  /** What is wrong, with its place: `results.json: tests[3].outcome: expected one of …, found "foo"`. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Reads back what `renderJson` wrote, which others may have changed: nothing in it is longer, deeper or more than our
 * bounds, and no path leads out of the directory. `called` is what the file is called in messages.
 */
export function parseResults(text: string, called = 'results.json'): ParsedResults {
  const parsed = parseJson(text, bounds.results);
  if (parsed.kind === 'problem') return { kind: 'problem', message: `${called}: ${parsed.reason}` };
  const reading = readAs(resultsFormat, parsed.value, called);
  if (reading.kind === 'mismatch') return { kind: 'problem', message: reading.message };
  const contradiction = contradictionIn(reading.value);
  return contradiction === undefined
    ? { kind: 'results', results: reading.value }
    : { kind: 'problem', message: `${called}: ${contradiction}` };
}

interface Contradictory {
  readonly cells: readonly { readonly id: string }[];
  readonly tests: readonly { readonly id: string; readonly cell: string }[];
}

/** Every reader finds a test by its cell and its name: a test of no cell would be in no report. */
export function contradictionIn({ cells, tests }: Contradictory): string | undefined {
  const ids = new Set(cells.map(({ id }) => id));
  if (ids.size < cells.length) return 'cells: two of them have the same id';
  const places = new Set<string>();
  for (const [index, { id, cell: of }] of tests.entries()) {
    if (!ids.has(of)) return `tests[${index}].cell: expected the id of a cell, found ${JSON.stringify(of)}`;
    const place = `${of}/${id}`;
    if (places.has(place)) return `tests[${index}]: ${JSON.stringify(place)} is there twice`;
    places.add(place);
  }
  return undefined;
}
