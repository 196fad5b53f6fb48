import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parseTimeline } from '../../../../src/results/parse-timeline.ts';
import { type TimelineEntry, timelineSources } from '../../../../src/run/evidence/timeline-entry.ts';

interface Schema {
  readonly properties: { readonly source: { readonly enum: readonly string[] } };
}
// The file is this project's own; the tests below are what checks it.
const schema = JSON.parse(
  readFileSync(new URL('../../../../schema/timeline.schema.json', import.meta.url), 'utf8'),
) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

const complete: Required<TimelineEntry> = {
  atMs: 1284.512,
  source: 'device',
  text: 'read STATUS 0x1',
  device: 'edu0',
  data: { kind: 'read', registers: ['STATUS'] },
};
const spoken: TimelineEntry = { atMs: 0, source: 'console', text: '[    0.000000] Linux version 6.12' };

const optional = ['device', 'data'];
const right: readonly (readonly [string, unknown])[] = [
  ['with everything', complete],
  ['of the console', spoken],
  ['before the launch', { ...complete, atMs: -1.25 }],
  ...optional.map((key) => [`without ${key}`, without(key)] as const),
];
const wrong: readonly (readonly [string, unknown])[] = [
  ...Object.keys(complete)
    .filter((key) => !optional.includes(key))
    .map((key) => [`without ${key}`, without(key)] as const),
  ['with a field that is not known', { ...complete, surplus: 1 }],
  ['of a source that is not known', { ...complete, source: 'guest' }],
  ['of no time', { ...complete, atMs: '1284' }],
  ['of no text', { ...complete, text: 7 }],
  ['of no device', { ...complete, device: null }],
  ['with data that is a list', { ...complete, data: [] }],
  ['that is a list', [complete]],
  ['that is null', null],
];

function without(key: string): unknown {
  return Object.fromEntries(Object.entries(complete).filter(([name]) => name !== key));
}

describe('the schema of a line and the type of an entry are the same', () => {
  test.each(right)('an entry %s is valid', (_name, entry) => {
    validate(entry);
    expect(validate.errors).toBeNull();
    expect(parseTimeline(`${JSON.stringify(entry)}\n`)).toEqual({ entries: [entry], unreadable: 0 });
  });

  test.each(wrong)('an entry %s is not', (_name, entry) => {
    expect(validate(entry)).toBe(false);
    expect(parseTimeline(`${JSON.stringify(entry)}\n`)).toEqual({ entries: [], unreadable: 1 });
  });

  test('sources are those of the type', () => {
    expect(schema.properties.source.enum).toEqual(timelineSources);
    const lines = timelineSources.map((source) => JSON.stringify({ ...spoken, source }));
    expect(parseTimeline(lines.join('\n'))).toMatchObject({
      unreadable: 0,
      entries: timelineSources.map((source) => ({ source })),
    });
  });
});

describe('invalid lines are skipped and counted', () => {
  const line = JSON.stringify(complete);

  test('a file that ends in the middle of a line', () => {
    expect(parseTimeline(`${line}\n${line.slice(0, 30)}`)).toEqual({ entries: [complete], unreadable: 1 });
  });

  test('words between the lines, as a log that was cut has them', () => {
    expect(parseTimeline(`${line}\n\n[… 3 MB left out …]\n${line}\n`)).toEqual({
      entries: [complete, complete],
      unreadable: 1,
    });
  });

  test('a line that is too long, or nested too deeply', () => {
    const long = JSON.stringify({ ...complete, text: 'x'.repeat(70_000) });
    const deep = `{"atMs":1,"source":"hw","text":"","data":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`;
    expect(parseTimeline(`${long}\n${line}`)).toEqual({ entries: [complete], unreadable: 1 });
    expect(parseTimeline(`${deep}\n${line}`).entries.at(-1)).toEqual(complete);
  });

  test('numbers that are none, and names that JavaScript has for something else', () => {
    expect(
      parseTimeline('{"atMs":1e999,"source":"hw","text":""}\n{"atMs":1,"source":"hw","text":"","__proto__":{"x":1}}\n'),
    ).toEqual({ entries: [], unreadable: 2 });
  });

  test('entries without end', () => {
    const { entries, unreadable } = parseTimeline(`${JSON.stringify(spoken)}\n`.repeat(200_003));
    expect([entries.length, unreadable]).toEqual([200_000, 3]);
  });
});
