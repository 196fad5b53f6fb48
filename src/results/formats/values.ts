import * as z from 'zod/mini';
import { bounds, stepsInside } from '../../bounds/bounds.ts';
import { BoundedList, BoundedRecord, ClosedObject } from './bounded.ts';

/** Describes a value from outside. Its type, its parser and its published schema are made from this. */
export type Format = z.ZodMiniType;

/** The type of the values of a format. */
export type Read<F extends Format> = Unchangeable<z.output<F>>;

type Unchangeable<T> = unknown extends T
  ? T
  : T extends Date | RegExp
    ? T
    : { readonly [Key in keyof T]: Unchangeable<T[Key]> };

/** Keywords of the published schemas that zod does not know: ids, descriptions, limits. Parsers ignore them. */
export const published = z.registry<Readonly<Record<string, unknown>>>();

/** Adds keywords to the published schema of a format, such as `{ minimum: 1 }`. */
export function withKeywords<F extends Format>(said: Readonly<Record<string, unknown>>, format: F): F {
  published.add(format, { ...published.get(format), ...said });
  return format;
}

/** Puts a format into `$defs` of the published schema, under this name. */
export function defined<F extends Format>(id: string, format: F): F {
  return withKeywords({ id }, format);
}

function described<F extends Format>(description: string | undefined, format: F): F {
  return description === undefined ? format : withKeywords({ description }, format);
}

/** A check of a value. `complaint` returns what was expected, in words; undefined if nothing is wrong. */
export function must<T>(complaint: (value: T) => string | undefined): z.core.$ZodCheck<T> {
  return z.check(({ value, issues }) => {
    const message = complaint(value);
    if (message !== undefined) issues.push({ code: 'custom', message, input: value, continue: false });
  });
}

function noLongerThan(max: number): z.core.$ZodCheck<string> {
  return must((value) => (value.length > max ? `at most ${max} characters` : undefined));
}

/** Text of any kind. */
export function text(description?: string): z.ZodMiniString {
  return described(description, z.string().check(noLongerThan(bounds.results.textChars)));
}

/** A name, a version, a digest. */
export function name(description?: string): z.ZodMiniString {
  return described(description, z.string().check(noLongerThan(bounds.results.idChars)));
}

/** A name that matches a pattern. `expected` describes the pattern in words. */
export function matching(pattern: RegExp, expected: string, description?: string): z.ZodMiniString {
  return described(description, name().check(must((value) => (pattern.test(value) ? undefined : expected))));
}

const inside = must<string>((path) =>
  stepsInside(path) === undefined ? 'the path of a file inside of the directory' : undefined,
);

/** A relative path that does not leave its directory. */
export function insidePath(description?: string): z.ZodMiniString {
  return described(description, text().check(inside));
}

/** The id of a cell. It becomes the name of a directory. */
export function cellId(description?: string): z.ZodMiniString {
  return matching(/^(?!\.\.?$)[A-Za-z0-9._-]+$/, 'the id of a cell', description);
}

/** The id of a test. It becomes a path. */
export function testId(description?: string): z.ZodMiniString {
  return described(description, matching(/^[^\0]+$/, 'the id of a test').check(inside));
}

/** Any finite number. */
export function number(description?: string): z.ZodMiniNumber {
  return described(description, z.number());
}

/** A duration or an amount: finite and not negative. */
export function amount(description?: string): z.ZodMiniNumber {
  const format = z.number().check(must((value) => (value < 0 ? 'a number that is not negative' : undefined)));
  return withKeywords({ minimum: 0 }, described(description, format));
}

/** A whole number within limits. The published schema has only `min`, and only if it is not negative. */
export function wholeNumber(
  description?: string,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
): z.ZodMiniNumber {
  const isWithin = (value: number): boolean => Number.isInteger(value) && value >= min && value <= max;
  const expected = `a whole number from ${min} to ${max}`;
  const format = z.number().check(must((value) => (isWithin(value) ? undefined : expected)));
  return withKeywords({ type: 'integer', ...(min < 0 ? {} : { minimum: min }) }, described(description, format));
}

export function boolean(description?: string): z.ZodMiniBoolean {
  return described(description, z.boolean());
}

export function oneOf<const T extends string | number>(
  allowed: readonly T[],
  description?: string,
): z.ZodMiniLiteral<T> {
  return described(description, z.literal(allowed));
}

export function orNull<F extends Format>(format: F, description?: string): z.ZodMiniNullable<F> {
  return described(description, z.nullable(format));
}

/** A field that may be missing, but is never undefined. */
export const optional = z.exactOptional;

/** A field that may be missing, of a type that has undefined for it. */
export function orUndefined<F extends Format>(format: F): z.ZodMiniPipe<z.ZodMiniOptional<F>, AsItIs<F>> {
  return z.pipe(
    z.optional(format),
    z.transform((value: z.output<F> | undefined) => value),
  );
}

type AsItIs<F extends Format> = z.ZodMiniTransform<z.output<F> | undefined, z.output<F> | undefined>;

/** A union of objects that differ in the field `key`. */
export function oneOfKinds<const T extends readonly [Kind, ...Kind[]]>(
  key: string,
  kinds: T,
  description?: string,
): z.ZodMiniDiscriminatedUnion<T> {
  return described(description, z.discriminatedUnion(key, kinds));
}

type Kind = Format & z.core.$ZodTypeDiscriminable;

/** A value that is converted when it is parsed. `read` returns undefined if the value is not what is `expected`. */
export function readBy<F extends Format, T extends object>(
  format: F,
  expected: string,
  read: (value: z.output<F>) => T | undefined,
): z.ZodMiniPipe<F, z.ZodMiniTransform<T, z.output<F>>> {
  return z.pipe(
    format,
    z.transform((value: z.output<F>, { issues }) => {
      const found = read(value);
      if (found !== undefined) return found;
      issues.push({ code: 'custom', message: expected, input: value });
      return z.NEVER;
    }),
  );
}

/** A value that is not checked. */
export function anything(): z.ZodMiniUnknown {
  return z.unknown();
}

export function listOf<F extends Format>(
  element: F,
  description?: string,
  max: number = bounds.results.listed,
): z.ZodMiniArray<F> {
  // BoundedList has no type parameter; its elements are parsed by `element`.
  return described(description, new BoundedList({ type: 'array', element, max }) as z.ZodMiniArray<F>);
}

/** An object with any names as keys. */
export function recordOf<F extends Format>(value: F, description?: string): z.ZodMiniRecord<z.ZodMiniString, F> {
  const definition = { type: 'record', keyType: name(), valueType: value, max: bounds.results.listed } as const;
  // BoundedRecord has no type parameter; its values are parsed by `value`.
  return described(description, new BoundedRecord(definition) as z.ZodMiniRecord<z.ZodMiniString, F>);
}

/** An object with these fields and no others. */
export function object<const S extends Readonly<Record<string, Format>>>(
  fields: S,
  description?: string,
): z.ZodMiniObject<S, z.core.$strict> {
  const definition = { type: 'object', shape: fields, catchall: z.never() } as const;
  // ClosedObject has no type parameter; its fields are parsed by `fields`.
  return described(description, new ClosedObject(definition) as z.ZodMiniObject<S, z.core.$strict>);
}

// Unlike `A extends B`, this tells types apart that are assignable to each other, such as readonly ones.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the comparison needs it
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Declares the format of a type from another room. It compiles only if both are the same, field by field. */
export function formatOf<T>(): <F extends Format>(
  format: F,
  ...proof: IsSame<T, Read<F>> extends true ? [] : ['the format and the type are not the same']
) => F;
export function formatOf() {
  return (format: Format) => format;
}

const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A time: ISO 8601, UTC. */
export function moment(description: string): ReturnType<typeof matching> {
  return withKeywords({ pattern: time.source }, matching(time, 'a time such as 2026-01-31T12:00:00.000Z', description));
}
