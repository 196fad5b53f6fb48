import { describe, expect, it } from 'vitest';
import { readAs } from '../../../src/results/formats/read.ts';
import {
  anything,
  type Format,
  listOf,
  name,
  object,
  oneOf,
  oneOfKinds,
  optional,
  orUndefined,
  recordOf,
  text,
  wholeNumber,
} from '../../../src/results/formats/values.ts';

function complaint(format: Format, value: unknown): string {
  const reading = readAs(format, value, 'file');
  return reading.kind === 'mismatch' ? reading.message : 'no complaint';
}

/** The value, with an element or a field that throws when it is read. */
function trapped<T extends object>(value: T, key: keyof T): T {
  return Object.defineProperty(value, key, {
    enumerable: true,
    get: () => {
      throw new Error(`${String(key)} was looked at`);
    },
  });
}

describe('a list', () => {
  it('is not read after the first element that is wrong', () => {
    expect(complaint(listOf(text()), trapped(['a', 1, 'b'], 2))).toBe('file: [1]: expected a string, found 1');
  });

  it('is not looked into when it is too long', () => {
    expect(complaint(listOf(text(), undefined, 2), trapped(['a', 'b', 'c'], 0))).toBe(
      'file: expected at most 2 elements, found an array of 3',
    );
  });
});

describe('a record', () => {
  const counts = recordOf(wholeNumber());

  it('is told by its first field that is wrong', () => {
    expect(complaint(object({ counts }), { counts: { a: 1, b: -1, c: 'x' } })).toBe(
      'file: counts.b: expected a whole number from 0 to 9007199254740991, found -1',
    );
  });

  it('has names of bounded length', () => {
    expect(complaint(counts, { ['x'.repeat(600)]: 1 })).toMatch(
      /^file: expected at most 512 characters, found "x{50,60}…$/,
    );
  });

  it('keeps a field of a name that JavaScript has for something else', () => {
    const reading = readAs(recordOf(anything()), JSON.parse('{"__proto__":{"polluted":1},"constructor":2}'));
    const read = reading.kind === 'value' ? reading.value : {};
    expect(Object.entries(read)).toEqual([
      ['__proto__', { polluted: 1 }],
      ['constructor', 2],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(read['polluted']).toBeUndefined();
  });

  it.each([[[]], [null], ['x'], [undefined]])('is not %j', (value) => {
    expect(complaint(counts, value)).toMatch(/^file: expected an object, found /);
  });
});

describe('an object', () => {
  const point = object({ x: wholeNumber(), label: optional(text()), note: orUndefined(text()) });

  it('has its fields and no other', () => {
    expect(readAs(point, { x: 1, label: 'a', note: 'b' })).toEqual({
      kind: 'value',
      value: { x: 1, label: 'a', note: 'b' },
    });
    expect(readAs(point, { x: 1 })).toEqual({ kind: 'value', value: { x: 1, note: undefined } });
    expect(complaint(point, {})).toBe('file: x: expected a value, found nothing');
    expect(complaint(point, { x: 1, y: 2 })).toBe('file: y: expected no such field, found 2');
    expect(complaint(point, [])).toBe('file: expected an object, found []');
    expect(complaint(point, JSON.parse('{"x":1,"__proto__":{"label":"a"}}'))).toBe(
      'file: __proto__: expected no such field, found an object',
    );
  });

  it('has no field that is null where it may be missing', () => {
    expect(complaint(point, { x: 1, label: null })).toBe('file: label: expected a string, found null');
    expect(complaint(point, { x: 1, note: null })).toBe('file: note: expected a string, found null');
  });

  it('is refused in a sentence of bounded length', () => {
    const long = 'x'.repeat(1_000_000);
    expect(complaint(point, { x: 1, [long]: long }).length).toBeLessThan(200);
    expect(
      complaint(object({ a: recordOf(wholeNumber()) }), { a: { [long.slice(0, 500)]: long } }).length,
    ).toBeLessThan(300);
  });
});

describe('one of several kinds', () => {
  const shape = oneOfKinds('kind', [
    object({ kind: oneOf(['circle']), radius: wholeNumber() }),
    object({ kind: oneOf(['square']), side: wholeNumber() }),
  ]);

  it('is told by its kind', () => {
    expect(readAs(shape, { kind: 'circle', radius: 1 }).kind).toBe('value');
    expect(complaint(shape, { kind: 'circle', side: 1 })).toBe('file: radius: expected a value, found nothing');
    expect(complaint(object({ shape }), { shape: { kind: 'line' } })).toBe(
      'file: shape.kind: expected one of circle, square, found "line"',
    );
    expect(complaint(shape, {})).toBe('file: kind: expected one of circle, square, found nothing');
    expect(complaint(shape, { kind: ['circle'] })).toBe(
      'file: kind: expected one of circle, square, found an array of 1',
    );
    expect(complaint(shape, 7)).toBe('file: expected an object, found 7');
  });
});

it('a name is shorter than a text may be', () => {
  const long = 'x'.repeat(513);
  expect([complaint(name(), long).slice(0, 40), complaint(text(), long)]).toEqual([
    'file: expected at most 512 characters, f',
    'no complaint',
  ]);
});
