import { tapPieces } from '../../../src/report/tap/tap.ts';
import { jsonPieces } from '../../../src/results/json.ts';
import type { Results } from '../../../src/results/results.ts';

/** What is written piece by piece, as one text. */
export function renderJson(results: Results): string {
  return [...jsonPieces(results)].join('');
}

export function renderTap(results: Results): string {
  return [...tapPieces(results)].join('');
}
