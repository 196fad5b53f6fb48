import type { Results } from './results.ts';

/** `results.json` in pieces, for the file and for `--format json`: the whole text may exceed the longest string. */
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

/** Line feeds occur only between values, because they are escaped in JSON strings. */
function indented(value: unknown, by: string): string {
  return JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${by}`);
}
