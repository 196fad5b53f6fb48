import type { Results } from './results.ts';

/**
 * `results.json`, piece by piece, as it is written and as `--format json` shows it: the text of all tests together may
 * be more than one string can hold.
 */
export function* jsonPieces(results: Results): Generator<string> {
  let separator = '{\n';
  for (const [key, value] of Object.entries<unknown>(results)) {
    yield `${separator}  ${JSON.stringify(key)}: `;
    if (key === 'tests') yield* listPieces(results.tests);
    else yield indented(value, '  ');
    separator = ',\n';
  }
  yield '\n}\n';
}

function* listPieces(values: readonly object[]): Generator<string> {
  let separator = '[\n    ';
  for (const value of values) {
    yield separator + indented(value, '    ');
    separator = ',\n    ';
  }
  yield values.length === 0 ? '[]' : '\n  ]';
}

/** Line feeds are between values only: in a JSON string they are escaped. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${by}`);
}
