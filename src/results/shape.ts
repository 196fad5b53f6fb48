import { bounds, stepsInside } from '../bounds/bounds.ts';
import { asObject } from '../bounds/parse-json.ts';

/** Reads a value that came from outside; `place` is where it stands, for the message. */
export type Shape<T> = (value: unknown, place: string) => T;

/** A value is not what was expected: what, where and what was found instead. */
export class ShapeMismatch extends Error {
  override readonly name = 'ShapeMismatch';

  constructor(place: string, expected: string, found: unknown) {
    super(`${place.replace(/: $/, '')}: expected ${expected}, found ${describe(found)}`);
  }
}

/** Text of any kind, no longer than any of ours. */
export const string = stringOf(bounds.results.textChars);

/** A name, a version, a digest. */
export const name = stringOf(bounds.results.idChars);

function stringOf(maxChars: number): Shape<string> {
  return (value, place) => {
    if (typeof value !== 'string') throw new ShapeMismatch(place, 'a string', value);
    if (value.length > maxChars) throw new ShapeMismatch(place, `at most ${maxChars} characters`, value);
    return value;
  };
}

/** A string of a form; `expected` says it in words. */
export function matching(pattern: RegExp, expected: string): Shape<string> {
  return (value, place) => {
    if (!pattern.test(name(value, place))) throw new ShapeMismatch(place, expected, value);
    return name(value, place);
  };
}

/** A path that stays in the directory that it is relative to. */
export const insidePath: Shape<string> = (value, place) => {
  const path = string(value, place);
  if (stepsInside(path) === undefined)
    throw new ShapeMismatch(place, 'the path of a file inside of the directory', value);
  return path;
};

/** Any finite number. */
export const number: Shape<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ShapeMismatch(place, 'a number', value);
  return value;
};

/** A duration, an amount: finite, and not negative. */
export const amount: Shape<number> = (value, place) => {
  if (number(value, place) < 0) throw new ShapeMismatch(place, 'a number that is not negative', value);
  return number(value, place);
};

/** A whole number within limits. */
export function whole(min = 0, max: number = Number.MAX_SAFE_INTEGER): Shape<number> {
  return (value, place) => {
    const found = number(value, place);
    if (!Number.isInteger(found) || found < min || found > max)
      throw new ShapeMismatch(place, `a whole number from ${min} to ${max}`, value);
    return found;
  };
}

export const boolean: Shape<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw new ShapeMismatch(place, 'true or false', value);
  return value;
};

export function oneOf<const T extends string | number>(allowed: readonly T[]): Shape<T> {
  return (value, place) => {
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new ShapeMismatch(place, `one of ${allowed.join(', ')}`, value);
    return found;
  };
}

/** One of the words of a union. The list is an object so that the compiler finds what is missing in it. */
export function keyOf<T extends string>(allowed: Readonly<Record<T, 0>>): Shape<T> {
  // The keys of a Record<T, …> literal are exactly T.
  return oneOf(Object.keys(allowed) as T[]);
}

export function orNull<T>(shape: Shape<T>): Shape<T | null> {
  return (value, place) => (value === null ? null : shape(value, place));
}

export function arrayOf<T>(shape: Shape<T>, max: number = bounds.results.listed): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw new ShapeMismatch(place, 'an array', value);
    if (value.length > max) throw new ShapeMismatch(place, `at most ${max} elements`, value);
    return value.map((element: unknown, index) => shape(element, `${place}[${index}]`));
  };
}

/** An object whose keys are names that somebody chose. */
export function recordOf<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, place) => {
    const entries = Object.entries(objectAt(value, place));
    if (entries.length > bounds.results.listed)
      throw new ShapeMismatch(place, `at most ${bounds.results.listed} fields`, value);
    return Object.fromEntries(
      entries.map(([key, field]: [string, unknown]) => [name(key, place), shape(field, `${place}.${brief(key)}`)]),
    );
  };
}

/** A closed object: every field is there, and no other. */
export function object<R extends object>(required: Shapes<R>): Shape<R> {
  const fields = fieldsOf(required, {});
  // Every key of R is there, read by its own shape.
  return (value, place) => readFields(value, place, fields) as R;
}

/** A closed object some of whose fields may be missing. */
export function objectWith<R extends object, O extends object>(
  required: Shapes<R>,
  optional: Shapes<O>,
): Shape<R & Partial<O>> {
  const fields = fieldsOf(required, optional);
  // Every key of R is there, read by its own shape, and what else there is was read by O's.
  return (value, place) => readFields(value, place, fields) as R & Partial<O>;
}

type Shapes<T> = { readonly [Key in keyof T]: Shape<T[Key]> };

interface Fields {
  readonly required: readonly string[];
  readonly shapes: ReadonlyMap<string, Shape<unknown>>;
}

/** Once for a shape, and not for every value: a record has millions of them. */
function fieldsOf(
  required: Readonly<Record<string, Shape<unknown>>>,
  optional: Readonly<Record<string, Shape<unknown>>>,
): Fields {
  return { required: Object.keys(required), shapes: new Map(Object.entries({ ...optional, ...required })) };
}

function objectAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  const found = asObject(value);
  if (found === undefined) throw new ShapeMismatch(place, 'an object', value);
  return found;
}

function readFields(value: unknown, place: string, { required, shapes }: Fields): object {
  const written = objectAt(value, place);
  const placeOf = (key: string): string => `${place}${place.endsWith(': ') ? '' : '.'}${key}`;
  for (const key of required)
    if (!Object.hasOwn(written, key)) throw new ShapeMismatch(placeOf(key), 'a value', undefined);
  const read: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(written)) {
    const shape = shapes.get(key);
    if (shape === undefined) throw new ShapeMismatch(placeOf(brief(key)), 'no such field', field);
    read[key] = shape(field, placeOf(key));
  }
  return read;
}

/** What there is may be as large as the whole file: no more of it is written down than is shown. */
function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `an array of ${value.length}`;
  const fields = asObject(value);
  if (fields !== undefined) return Object.keys(fields).length === 0 ? '{}' : 'an object';
  return brief(JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value));
}

function brief(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
