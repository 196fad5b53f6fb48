/** A value as JSON inside a script element. No text in it can end the element or open a comment. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The same text in pieces: each part of the value, and each element of a list there. A page has thousands of tests. */
export function* embeddedPieces(value: object): Generator<string> {
  let separator = '{';
  for (const [key, part] of Object.entries<unknown>({ ...value })) {
    if (part === undefined) continue;
    yield `${separator}${embedJson(key)}:`;
    if (Array.isArray(part)) yield* listPieces(part);
    else yield embedJson(part);
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}

function* listPieces(values: readonly unknown[]): Generator<string> {
  let separator = '[';
  for (const value of values) {
    yield separator + embedJson(value ?? null);
    separator = ',';
  }
  yield separator === '[' ? '[]' : ']';
}

/** The size of an embedded value in bytes. */
export function embeddedBytes(value: unknown): number {
  return new TextEncoder().encode(embedJson(value)).length + 1;
}
