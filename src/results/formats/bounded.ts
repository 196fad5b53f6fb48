import { ZodMiniArray, ZodMiniObject, ZodMiniRecord } from 'zod/mini';
// The namespace `core` of zod/mini would add the whole library to the bundle.
import {
  $constructor,
  type $ZodArrayDef,
  type $ZodObjectDef,
  type $ZodRecordDef,
  type $ZodType,
  type ParsePayload,
} from 'zod/v4/core';
import { asObject } from '../../bounds/parse-json.ts';

type Context = Parameters<$ZodType['_zod']['run']>[1];

interface ListDefinition extends $ZodArrayDef {
  readonly max: number;
}

interface RecordDefinition extends $ZodRecordDef {
  readonly max: number;
}

/**
 * An array that is not parsed if it is too long, and not parsed further after its first wrong element. zod itself would
 * keep an issue for each wrong element, and a hostile file may have millions.
 */
export const BoundedList = $constructor<ZodMiniArray, ListDefinition>('BoundedList', (list, definition) => {
  ZodMiniArray.init(list, definition);
  const { element, max } = definition;
  list._zod.parse = (payload, context) => {
    if (!Array.isArray(payload.value)) return refused(payload, 'an array');
    const values: readonly unknown[] = payload.value;
    if (values.length > max) return refused(payload, `at most ${max} elements`);
    const read: unknown[] = [];
    // An index is faster than an iterator here.
    for (let index = 0; index < values.length; index++) {
      const part = readPart(element, values[index], { key: index, payload, context });
      if (part === undefined) return payload;
      read.push(part.value);
    }
    payload.value = read;
    return payload;
  };
});

/**
 * An object without other fields than its own. Like a list, it stops at the first error. Missing fields are reported
 * first. The fields keep their order in the file, so that a file that is parsed and written again does not change.
 */
export const ClosedObject = $constructor<ZodMiniObject, $ZodObjectDef>('ClosedObject', (object, definition) => {
  ZodMiniObject.init(object, definition);
  const fields = new Map(Object.entries(definition.shape));
  const required = [...fields].filter(([, { _zod }]) => _zod.optin === undefined).map(([key]) => key);
  object._zod.parse = (payload, context) => {
    const input = asObject(payload.value);
    if (input === undefined) return refused(payload, 'an object');
    const missing = required.find((key) => !Object.hasOwn(input, key));
    if (missing !== undefined) return refused(payload, 'a value', { key: missing });
    const read: Record<string, unknown> = {};
    for (const key of Object.keys(input)) {
      const field = fields.get(key);
      if (field === undefined) return refused(payload, 'no such field', { key, found: input[key] });
      const part = readPart(field, input[key], { key, payload, context });
      if (part === undefined) return payload;
      read[key] = part.value;
    }
    payload.value = read;
    return payload;
  };
});

/**
 * A record that stops at the first error, like a list. It keeps a field named `__proto__` as an own property, as
 * `JSON.parse` does. zod itself would drop it.
 */
export const BoundedRecord = $constructor<ZodMiniRecord, RecordDefinition>('BoundedRecord', (record, definition) => {
  ZodMiniRecord.init(record, definition);
  const { keyType, valueType, max } = definition;
  record._zod.parse = (payload, context) => {
    const value = asObject(payload.value);
    if (value === undefined) return refused(payload, 'an object');
    const fields = Object.entries(value);
    if (fields.length > max) return refused(payload, `at most ${max} fields`);
    const read: [string, unknown][] = [];
    for (const [key, field] of fields) {
      const name = readPart(keyType, key, { payload, context });
      const part = name && readPart(valueType, field, { key, payload, context });
      if (part === undefined) return payload;
      read.push([key, part.value]);
    }
    payload.value = Object.fromEntries(read);
    return payload;
  };
});

/** Adds an issue about the value or about one of its fields. */
function refused(
  payload: ParsePayload,
  expected: string,
  field?: { readonly key: string; readonly found?: unknown },
): ParsePayload {
  const { path, input } =
    field === undefined ? { path: [], input: payload.value } : { path: [field.key], input: field.found };
  payload.issues.push({ code: 'custom', message: expected, path, input });
  return payload;
}

interface Part {
  /** Absent for the name of a field. */
  readonly key?: string | number;
  readonly payload: ParsePayload;
  readonly context: Context;
}

/** Parses a part. Undefined: it is wrong, and the whole has got its issues. */
function readPart(format: $ZodType, value: unknown, { key, payload, context }: Part): ParsePayload | undefined {
  const part = format._zod.run({ value, issues: [] }, context);
  if (part instanceof Promise) throw new Error('Internal error: a format that is not read at once');
  if (part.issues.length === 0) return part;
  const inside = key === undefined ? [] : [key];
  payload.issues.push(...part.issues.map((issue) => ({ ...issue, path: [...inside, ...(issue.path ?? [])] })));
  return undefined;
}
