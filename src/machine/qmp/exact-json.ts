// JSON as QEMU means it: whole numbers of 64 bits, which a number of ours holds only up to 2^53.

/**
 * JSON of a value in which a bigint stands for a whole number of any length. What is undefined is left out, as
 * JSON.stringify does.
 */
export function encodeExactJson(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return `[${value.map(encodeExactJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeExactJson(field)}`).join(',')}}`;
}

/** A string, which may hold digits, or a whole number that may not fit; QEMU's have 20 digits at most. */
const stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g;

/** Marks a number that was made into a string. No string of QEMU's has a NUL in it. */
const mark = '\0';

/** The value of a text in JSON; whole numbers beyond 2^53 become bigints. @throws SyntaxError */
export function parseExactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text) || text.includes('\\u0000')) return value;
  const markNumber = (found: string): string => (found.startsWith('"') ? found : JSON.stringify(`${mark}${found}`));
  return JSON.parse(text.replace(stringOrLongNumber, markNumber), (_name, field: unknown) => {
    return typeof field === 'string' && /^\0-?\d{16,20}$/.test(field) ? wholeNumber(field.slice(1)) : field;
  });
}

function wholeNumber(digits: string): number | bigint {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}
