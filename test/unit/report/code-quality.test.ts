import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../src/host/files/file-digest.ts';
import {
  type CodeQualityIssue,
  failureIssues,
  problemIssues,
  renderCodeQuality,
} from '../../../src/report/code-quality/code-quality.ts';
import type { SourcePlaces } from '../../../src/report/text/placed-failure.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { cell, crash, oops, results, test } from './sample-results.ts';

const small = cell('debian:6.12', 'small');
const big = cell('debian:6.12', 'big');
const places: SourcePlaces = {
  source: (_, file) => (file.startsWith('driver/') ? `sub/${file}` : undefined),
  run: (id) => `tests/${id.split('/')[1] ?? ''}/run`,
};

/** What GitLab's documentation requires of a report. */
const isValid = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          // Relative, and not with `./` in front.
          path: { type: 'string', pattern: '^[^./]' },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

function issuesOf(tests: readonly TestResult[], at: SourcePlaces = places): readonly CodeQualityIssue[] {
  const issues = failureIssues(results([small, big], tests), at, sha256Of);
  expect(isValid(JSON.parse(renderCodeQuality(issues)))).toBe(true);
  return issues;
}

describe('the Code Quality report', () => {
  it('has a crash on the line of the driver, once for all cells, and a failure on its run', () => {
    const issues = issuesOf([
      test('edu/reads', small.id, { outcome: 'fail', ok: false, reason: 'run ended with exit status 1' }),
      crash('edu/dma', small.id),
      crash('edu/dma', big.id),
      test('edu/fine', small.id),
    ]);
    expect(issues.map(({ fingerprint: _, ...issue }) => issue)).toEqual([
      {
        description: 'BUG: kernel NULL pointer dereference in edu_dma_done (edu/dma, debian:6.12 · small and 1 more)',
        check_name: 'qemu-driver-test/null-deref',
        severity: 'critical',
        location: { path: 'sub/driver/edu.c', lines: { begin: 214 } },
      },
      {
        description: 'edu/reads failed (debian:6.12 · small): run ended with exit status 1',
        check_name: 'qemu-driver-test/fail',
        severity: 'major',
        location: { path: 'tests/reads/run', lines: { begin: 1 } },
      },
    ]);
  });

  it('has the same fingerprint when lines, cells and tests differ, and another for another bug', () => {
    const [here] = issuesOf([crash('edu/dma', small.id)]);
    const moved = { ...oops, source: { file: 'driver/edu.c', line: 99 }, line: 3 };
    const [there] = issuesOf([crash('edu/other', big.id, { findings: [moved] })]);
    const [another] = issuesOf([crash('edu/dma', small.id, { findings: [{ ...oops, fingerprint: 'oops:edu_x' }] })]);
    expect(there?.location.lines.begin).toBe(99);
    expect(there?.fingerprint).toBe(here?.fingerprint);
    expect(another?.fingerprint).not.toBe(here?.fingerprint);
  });

  it('has one fingerprint for a test, whatever the reason of its failure', () => {
    const failed = (reason: string): TestResult => test('edu/x', small.id, { outcome: 'fail', ok: false, reason });
    expect(issuesOf([failed('one')])[0]?.fingerprint).toBe(issuesOf([failed('two')])[0]?.fingerprint);
    expect(issuesOf([failed('one'), { ...failed('two'), cell: big.id }])).toHaveLength(1);
  });

  it('leaves out what belongs to no file of the repository', () => {
    expect(issuesOf([crash('edu/dma', small.id)], { source: () => undefined, run: () => undefined })).toEqual([]);
  });

  it('is an empty array when all is well', () => {
    expect(renderCodeQuality(issuesOf([test('edu/fine', small.id)]))).toBe('[]\n');
  });

  it('shows text of a guest on one line, without control characters, and cut', () => {
    const title = `BUG: \x1b[31m\u202ered\n${'x'.repeat(5000)}`;
    const [issue] = issuesOf([crash('edu/dma', small.id, { findings: [{ ...oops, title }] })]);
    expect(issue?.description).toMatch(/^BUG: \\u202ered x+…?/);
    expect(issue?.description.length).toBeLessThanOrEqual(1000);
  });

  it('has at most 500 issues', () => {
    const many = Array.from({ length: 700 }, (_, number) =>
      test(`edu/t${number}`, small.id, { outcome: 'fail', ok: false, reason: 'no' }),
    );
    expect(issuesOf(many)).toHaveLength(500);
  });

  it('has the problems of suites on their lines', () => {
    const problem = { file: '/work/tests/info/timeout', line: 2, message: 'expected seconds', hint: 'Write 30.' };
    const outside = { ...problem, file: '/etc/x' };
    const placeOf = (path: string): string | undefined =>
      path.startsWith('/work/') ? path.slice('/work/'.length) : undefined;
    const issues = problemIssues(
      [problem, outside, { ...problem, line: undefined, message: 'odd' }],
      placeOf,
      sha256Of,
    );
    expect(isValid(JSON.parse(renderCodeQuality(issues)))).toBe(true);
    expect(issues.map(({ description, location }) => [description, location.path, location.lines.begin])).toEqual([
      ['expected seconds Write 30.', 'tests/info/timeout', 2],
      ['odd Write 30.', 'tests/info/timeout', 1],
    ]);
  });
});
