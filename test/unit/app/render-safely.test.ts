import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeResults } from '../../../src/app/results-directory.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { cell, results, test } from '../report/sample-results.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const small = cell('debian:6.12', 'small');

/** A result of which a part cannot be read, as when its record was taken away. */
function unreadable(id: string): TestResult {
  const whole = test(id, small.id, { outcome: 'fail', ok: false, reason: 'r' });
  return Object.defineProperty({ ...whole }, 'notes', {
    enumerable: true,
    get: () => {
      throw new RangeError('Invalid string length');
    },
  });
}

it('a test that cannot be shown is an error of ours in every report, and costs no other test its place', () => {
  const directory = temporaryDirectory();
  const problems = writeResults(
    directory,
    results([small], [test('edu/a', small.id), unreadable('edu/b'), test('edu/c', small.id)]),
  );
  const read = (name: string): string => readFileSync(join(directory, name), 'utf8');
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(problem).toMatch(
      /^\S+ cannot show edu\/b in debian-6\.12-small: Internal error: RangeError: Invalid string length\n/,
    );
  const json = JSON.parse(read('results.json')) as { readonly tests: readonly TestResult[] };
  expect(json.tests.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['edu/a', 'pass'],
    ['edu/b', 'error'],
    ['edu/c', 'pass'],
  ]);
  expect(json.tests[1]?.reason).toBe('Internal error: this result could not be shown: Invalid string length');
  for (const name of ['junit.xml', 'report.html']) expect(read(name)).toContain('edu');
  expect(read('summary.md')).toContain('edu/b');
});

it('a report that cannot be written costs no other', () => {
  const directory = temporaryDirectory();
  const all = results([small], [test('edu/a', small.id)]);
  const broken = Object.defineProperty({ ...all }, 'schema', {
    enumerable: true,
    get: () => {
      throw new Error('no schema');
    },
  });
  const problems = writeResults(directory, broken);
  expect(problems.map((problem) => problem.split(':')[0])).toEqual(
    expect.arrayContaining(['results.json could not be written']),
  );
  for (const problem of problems) expect(problem).toContain(' could not be written: ');
  expect(readFileSync(join(directory, 'summary.md'), 'utf8')).toContain('1 of 1 as expected');
});
