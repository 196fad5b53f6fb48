import { jsonPieces } from '../../../src/report/json.ts';
import type { Results } from '../../../src/report/results.ts';
import { tapPieces } from '../../../src/report/tap.ts';

/** What is written piece by piece, as one text. */
export function renderJson(results: Results): string {
  return [...jsonPieces(results)].join('');
}

export function renderTap(results: Results): string {
  return [...tapPieces(results)].join('');
}
