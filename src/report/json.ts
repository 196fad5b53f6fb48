import type { Results } from './results.ts';

/** `results.json`, as it is written and as `--format json` shows it. */
export function renderJson(results: Results): string {
  return `${JSON.stringify(results, undefined, 2)}\n`;
}
