import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { findingKinds } from '../../../src/diagnose/finding.ts';
import { outcomes } from '../../../src/diagnose/verdict.ts';
import { parseResults } from '../../../src/results/parse-results.ts';
import { stageNames } from '../../../src/run/evidence/run-record.ts';
import { completeResults } from './sample-results.ts';

interface Schema {
  readonly $defs: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}
// The file is this project's own; the tests below are what checks it.
const schema = JSON.parse(
  readFileSync(new URL('../../../schema/results.schema.json', import.meta.url), 'utf8'),
) as Schema;
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

/** Every object inside a value, with its path. */
function objectsIn(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const nested = Object.entries(value).flatMap(([key, inner]) =>
    objectsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? nested : [path, ...nested];
}

function changedAt(path: readonly (string | number)[], change: (object: Record<string, unknown>) => void): unknown {
  const copy: unknown = structuredClone(completeResults);
  let at = copy;
  // Paths come from objectsIn, so every step is there.
  for (const key of path) at = (at as Record<string | number, unknown>)[key];
  change(at as Record<string, unknown>);
  return copy;
}

function keysAt(path: readonly (string | number)[]): readonly string[] {
  let keys: readonly string[] = [];
  changedAt(path, (object) => (keys = Object.keys(object)));
  return keys;
}

// What may be missing: `source` of a finding, `reason` of a subtest, `postMortem` of a test, what only some machines or
// faults have, what only parts and merged results have, and any name that the author of a model chose.
function isOptional(path: readonly (string | number)[], key: string): boolean {
  if (path.length === 0) return ['shard', 'merged', 'hardware', 'coverage'].includes(key);
  if (isNamedByAuthors(path) || (path[0] === 'hardware' && key === 'dma')) return true;
  if (path.at(-1) === 'kernel') return ['release', 'sha256'].includes(key);
  const ofEntry: Readonly<Record<string, readonly string[]>> = {
    findings: ['source'],
    subtests: ['reason'],
    cells: ['builds'],
    messages: ['file', 'line'],
    tests: ['console', 'buildLog', 'postMortem', 'timeline', 'devices', 'coverage'],
    files: ['source'],
    devices: ['crash'],
    faults: ['first', 'last'],
  };
  return ofEntry[String(path.at(-2))]?.includes(key) === true;
}

function isNamedByAuthors(path: readonly (string | number)[]): boolean {
  return ['registers', 'fields', 'interrupts'].includes(String(path.at(-1)));
}

const places = objectsIn(completeResults);

describe('the schema and the Results type are the same', () => {
  test('results that have everything are valid', () => {
    validate(completeResults);
    expect(validate.errors).toBeNull();
  });

  test('objects at every level are visited', () => {
    const shown = (path: readonly (string | number)[]): string =>
      path
        .map((key, index) => (isNamedByAuthors(path.slice(0, index)) ? '*' : key))
        .filter((key) => typeof key === 'string')
        .join('.');
    const names = new Set(places.map(shown));
    expect([...names].sort()).toEqual([
      '',
      'cells',
      'cells.boot',
      'cells.boot.findings',
      'cells.boot.findings.source',
      'cells.builds',
      'cells.builds.messages',
      'cells.kernel',
      'cells.machine',
      'cells.qemu',
      'coverage',
      'coverage.files',
      'coverage.notMeasured',
      'hardware',
      'hardware.coverage',
      'hardware.coverage.dma',
      'hardware.coverage.interrupts',
      'hardware.coverage.registers',
      'hardware.coverage.registers.*',
      'hardware.coverage.registers.*.fields',
      'hardware.coverage.registers.*.fields.*',
      'host',
      'merged',
      'shard',
      'tests',
      'tests.coverage',
      'tests.devices',
      'tests.devices.crash',
      'tests.devices.faults',
      'tests.devices.faults.first',
      'tests.devices.faults.last',
      'tests.findings',
      'tests.findings.source',
      'tests.postMortem',
      'tests.stages',
      'tests.subtests',
      'tool',
      'totals',
    ]);
  });

  test.each(places.map((path) => [path.join('.') || '(top)', path] as const))(
    '%s: no field may be missing but optional ones',
    (_name, path) => {
      for (const key of keysAt(path)) {
        const without = changedAt(path, (object) => Reflect.deleteProperty(object, key));
        expect([key, validate(without)]).toEqual([key, isOptional(path, key)]);
        expect([key, parseResults(JSON.stringify(without)).kind]).toEqual([
          key,
          isOptional(path, key) ? 'results' : 'problem',
        ]);
      }
    },
  );

  test.each(places.map((path) => [path.join('.') || '(top)', path] as const))(
    '%s: an unknown field is an error',
    (_name, path) => {
      // Under a name that authors may choose, what stands there is still no count and no register.
      const withMore = changedAt(path, (object) => (object['surplus'] = []));
      expect(validate(withMore)).toBe(false);
      expect(parseResults(JSON.stringify(withMore)).kind).toBe('problem');
    },
  );

  test('its lists of words are the ones of the types', () => {
    expect(schema.$defs['outcome']?.enum).toEqual(outcomes);
    expect(schema.$defs['findingKind']?.enum).toEqual(findingKinds);
    expect(schema.$defs['stageName']?.enum).toEqual(stageNames);
  });

  test('reading back accepts every word that the schema accepts', () => {
    for (const outcome of outcomes) {
      const changed = changedAt(['tests', 0], (object) => (object['outcome'] = outcome));
      expect([outcome, validate(changed), parseResults(JSON.stringify(changed)).kind]).toEqual([
        outcome,
        true,
        'results',
      ]);
    }
    for (const kind of findingKinds) {
      const changed = changedAt(['tests', 0, 'findings', 0], (object) => (object['kind'] = kind));
      expect([kind, validate(changed), parseResults(JSON.stringify(changed)).kind]).toEqual([kind, true, 'results']);
    }
    for (const name of stageNames) {
      const changed = changedAt(['tests', 0, 'stages', 0], (object) => (object['name'] = name));
      expect([name, validate(changed), parseResults(JSON.stringify(changed)).kind]).toEqual([name, true, 'results']);
    }
  });
});
