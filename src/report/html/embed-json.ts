/** A value as JSON inside a script element. No text in it can end the element or open a comment. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** The size of an embedded value in bytes. */
export function embeddedBytes(value: unknown): number {
  return new TextEncoder().encode(embedJson(value)).length + 1;
}
