/** Limits for JSON. */
export interface JsonLimits {
  /** Levels of arrays and objects. */
  readonly depth: number;
  /** Elements and fields over all levels. Each costs memory that its text does not show. */
  readonly values: number;
}

export type ParsedJson =
  | { readonly kind: 'value'; readonly value: unknown }
  /** What is wrong, as the end of a sentence: `expected JSON: …`. */
  | { readonly kind: 'problem'; readonly reason: string };

/** Parses untrusted JSON. Its depth and size are checked before anything is built. */
export function parseJson(text: string, limits: JsonLimits): ParsedJson {
  const excess = excessOf(text, limits);
  if (excess !== undefined) return { kind: 'problem', reason: excess };
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'problem', reason: `expected JSON: ${error.message}` };
  }
}

const [quote, backslash, comma, openBracket, openBrace, closeBracket, closeBrace] = [
  '"',
  '\\',
  ',',
  '[',
  '{',
  ']',
  '}',
].map((sign) => sign.charCodeAt(0));

function excessOf(text: string, { depth, values }: JsonLimits): string | undefined {
  let level = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at);
        break;
      case openBracket:
      case openBrace:
        count++;
        if (++level > depth) return `expected JSON of at most ${depth} levels, found more`;
        break;
      case closeBracket:
      case closeBrace:
        level--;
        break;
      case comma:
        count++;
        break;
    }
    if (count > values) return `expected JSON of at most ${values} values, found more`;
  }
  return undefined;
}

/** The end of the string that starts at `start`, or of the text if the string is unterminated. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}

/** The value if it is a JSON object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** An object's own field; undefined if there is no such field, or no object. */
export function fieldOf(value: unknown, name: string): unknown {
  const object = asObject(value);
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}
