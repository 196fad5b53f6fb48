import * as z from 'zod/mini';
import { fieldOf } from '../../bounds/parse-json.ts';
import type { Format, Read } from './values.ts';

export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** The place, what was expected and what was found: `results.json: tests[3].ok: expected true or false, found 1`. */
  | { readonly kind: 'mismatch'; readonly message: string };

/** Parses a value from outside. `called` is its name in messages. */
export function readAs<F extends Format>(format: F, value: unknown, called = ''): Reading<Read<F>> {
  const reading = z.safeParse(format, value, { error: expectedOf, reportInput: true });
  // Read<F> only adds readonly.
  if (reading.success) return { kind: 'value', value: reading.data as Read<F> };
  const [issue] = reading.error.issues;
  if (issue === undefined) throw new Error('Internal error: a value was refused, and nobody said why');
  return { kind: 'mismatch', message: sentenceOf(issue, called) };
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
};

/** Says what was expected, unless the format says it itself. */
function expectedOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return kinds[issue.expected];
  if (issue.code === 'invalid_value') return `one of ${issue.values.join(', ')}`;
  return issue.code === 'invalid_union' ? `one of ${(issue.options as readonly unknown[]).join(', ')}` : undefined;
}

function sentenceOf(issue: z.core.$ZodIssue, called: string): string {
  // zod reports the whole object, not the field that has its kind.
  const isOfNoKind = issue.code === 'invalid_union' && issue.discriminator !== undefined;
  const found = isOfNoKind ? fieldOf(issue.input, issue.discriminator) : issue.input;
  const sentence = `expected ${issue.message}, found ${describe(found)}`;
  return [called, pathOf(issue.path), sentence].filter((part) => part !== '').join(': ');
}

function pathOf(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${brief(String(key))}`))
    .join('');
}

/** A value may be as large as the file. Only as much is formatted as is shown. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `an array of ${value.length}`;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : 'an object';
  return brief(JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value));
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
