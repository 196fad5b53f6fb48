import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../../../src/report/junit/junit.ts';
import { renderSummary } from '../../../../src/report/summary/summary.ts';
import { verdictLine } from '../../../../src/report/text/verdict-line.ts';
import type { MergeInput } from '../../../../src/results/merge/merge-cells.ts';
import { type MergeOutcome, mergeResults } from '../../../../src/results/merge/merge-results.ts';
import type { ExpectedJob } from '../../../../src/results/merge/missing-parts.ts';
import type { CellResult, Results, TestResult } from '../../../../src/results/results.ts';
import { renderTap } from '../joined.ts';
import { cell, crash, eduHardware, results, test } from '../sample-results.ts';

const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2000, findings: [] } });
const big = cell('debian:6.12', 'big');
const plan = 'd'.repeat(64);

function shard(
  name: string,
  place: readonly [number, number, number],
  tests: readonly TestResult[],
  changes: Partial<Results> = {},
): MergeInput {
  return {
    name,
    results: results([small], tests, {
      shard: { index: place[0], count: place[1], plan, tests: place[2] },
      ...changes,
    }),
  };
}

function merge(
  inputs: readonly MergeInput[],
  expected: readonly ExpectedJob[] = [],
  unreadable: readonly string[] = [],
): Extract<MergeOutcome, { kind: 'merged' }> {
  const outcome = mergeResults({ inputs, expected, unreadable });
  if (outcome.kind === 'problems') throw new Error(outcome.problems.join('\n'));
  return outcome;
}

function problemsOf(inputs: readonly MergeInput[]): readonly string[] {
  const outcome = mergeResults({ inputs, expected: [], unreadable: [] });
  return outcome.kind === 'problems' ? outcome.problems : [];
}

const one = shard('one', [1, 2, 3], [test('edu/a', small.id), test('edu/c', small.id)]);
const two = shard('two', [2, 2, 3], [test('edu/b', small.id)]);

describe('shards that --bail stopped', () => {
  it('are not ok together, and name what was not run in any of them', () => {
    const stopped = (name: string, index: number, id: string): MergeInput =>
      shard(name, [index, 2, 2], [test(id, small.id, { outcome: 'error', ok: false })], {
        exitStatus: 1,
        bail: { failures: index, notRun: [{ id, cell: small.id }] },
      });
    const { results: merged } = merge([stopped('one', 1, 'edu/a'), stopped('two', 2, 'edu/b')]);
    expect([merged.exitStatus, merged.bail]).toEqual([
      1,
      {
        failures: 3,
        notRun: [
          { id: 'edu/a', cell: small.id },
          { id: 'edu/b', cell: small.id },
        ],
      },
    ]);
    expect(merge([one, two]).results).not.toHaveProperty('bail');
  });
});

describe('shards that are all there', () => {
  it('are one run again: tests in order, totals counted, nothing missing', () => {
    const { results: merged } = merge([two, one]);
    expect(merged.tests.map(({ id }) => id)).toEqual(['edu/a', 'edu/b', 'edu/c']);
    expect([merged.totals.tests, merged.exitStatus, merged.cells.map(({ id }) => id)]).toEqual([3, 0, [small.id]]);
    expect(merged.merged).toEqual({ from: 2, missing: [], notes: [] });
    expect(merged).not.toHaveProperty('shard');
  });

  it('exit with 1 when a test of any is not as expected', () => {
    const bad = shard('bad', [2, 2, 3], [crash('edu/b', small.id)]);
    expect(merge([one, bad]).results).toMatchObject({ exitStatus: 1, totals: { ok: 2, notOk: 1, crash: 1 } });
  });

  it('exit with 69 only when none concluded anything', () => {
    const nothing = (name: string, index: number): MergeInput =>
      shard(name, [index, 2, 2], [test(`edu/${name}`, small.id, { outcome: 'error', ok: false, startMs: null })], {
        exitStatus: 69,
      });
    expect(merge([nothing('x', 1), nothing('y', 2)]).results.exitStatus).toBe(69);
    expect(merge([shard('z', [1, 2, 2], [test('edu/z', small.id)]), nothing('y', 2)]).results.exitStatus).toBe(1);
  });

  it('begin when the first began, and took as long as the longest', () => {
    const late = { ...two, results: { ...two.results, startedAt: '2026-03-04T05:00:00.000Z', durationMs: 55_000 } };
    expect(merge([one, late]).results).toMatchObject({ startedAt: '2026-03-04T05:00:00.000Z', durationMs: 55_000 });
  });
});

describe('what drivers touched of device models', () => {
  const touched = (name: string, index: number, hardware: NonNullable<Results['hardware']>): MergeInput =>
    shard(name, [index, 2, 2], [test(`edu/${name}`, small.id)], { hardware });

  it('adds up for each model of each suite', () => {
    const tdc = { ...eduHardware, model: 'fmc-tdc', machines: 1 };
    const merged = merge([
      touched('x', 1, [eduHardware]),
      touched('y', 2, [tdc, eduHardware, { ...eduHardware, suite: 'other' }]),
    ]).results.hardware;
    expect(merged?.map(({ suite, model, machines }) => [suite, model, machines])).toEqual([
      ['edu', 'edu', 8],
      ['edu', 'fmc-tdc', 1],
      ['other', 'edu', 4],
    ]);
    expect(merged?.[0]?.coverage).toMatchObject({
      registers: { ID: { reads: 16 }, STATUS: { reads: 0 } },
      interrupts: { done: 8, error: 0 },
      dma: { bytes: 24_576 },
    });
    expect(merged?.[1]?.coverage).toEqual(eduHardware.coverage);
  });

  it('is not told where no suite has a model', () => {
    expect(merge([one, two]).results).not.toHaveProperty('hardware');
  });

  it('counts once when a shard was run again', () => {
    const again = touched('x', 1, [eduHardware]);
    const later = { name: 'later', results: { ...again.results, startedAt: '2026-03-05T00:00:00.000Z' } };
    expect(merge([again, later, touched('y', 2, [])]).results.hardware).toEqual([eduHardware]);
  });
});

describe('something that is missing', () => {
  const alone = merge([one]).results;

  it('is named, and never green', () => {
    expect(alone.merged?.missing).toEqual(['shard 2 of 2 (debian-6.12-small)']);
    expect(alone.exitStatus).toBe(69);
    expect(verdictLine(alone)).toBe(
      'Incomplete: shard 2 of 2 (debian-6.12-small) missing · 2 of 2 as expected (2 passed) · 19 s',
    );
  });

  it('is an error for those who read one report only', () => {
    expect(renderTap(alone)).toContain('\n1..3\n');
    expect(renderTap(alone)).toMatch(/\nnot ok 3 - missing: shard 2 of 2 \(debian-6\.12-small\)\n$/);
    expect(renderJunit(alone)).toMatch(/<testsuites name="qemu-driver-test" tests="3" failures="0" errors="1"/);
    expect(renderJunit(alone)).toContain('<error type="missing" message="shard 2 of 2 (debian-6.12-small)"/>');
    expect(renderSummary(alone)).toContain('❌ missing: `shard 2 of 2 (debian-6.12-small)`');
  });

  it('is a test that no shard has, when shards were not made alike', () => {
    const uneven = [
      shard('one', [1, 2, 4], [test('edu/a', small.id)]),
      shard('two', [2, 2, 4], [test('edu/b', small.id)]),
    ];
    expect(merge(uneven).results).toMatchObject({
      exitStatus: 69,
      merged: { missing: ['2 of 4 tests are in no shard (debian-6.12-small): the shards come from different plans'] },
    });
  });

  it('is a job of the matrix', () => {
    const jobs = [
      { kernel: 'debian:6.12', machine: 'small=-m 256', shard: '1/2' },
      { kernel: 'debian:6.12', machine: 'small=-m 256', shard: '2/2' },
      { kernel: 'debian:6.1', machine: 'small=-m 256', shard: '1/1' },
    ];
    expect(merge([one, two], jobs).results).toMatchObject({
      exitStatus: 69,
      merged: { missing: ['job debian:6.1 · small · shard 1/1'] },
    });
    const anyShard = ['debian:6.12', 'debian:6.1'].map((kernel) => ({ kernel, machine: 'small', shard: undefined }));
    expect(merge([one, two], anyShard).results).toMatchObject({
      exitStatus: 69,
      merged: { missing: ['job debian:6.1 · small'] },
    });
    expect(merge([one, two], jobs.slice(0, 2)).results.exitStatus).toBe(0);
  });

  it('is what could not be read, and what an earlier merge missed', () => {
    expect(merge([one, two], [], ['three/results.json: expected JSON']).results).toMatchObject({
      exitStatus: 69,
      merged: { missing: ['three/results.json: expected JSON'] },
    });
    expect(merge([{ name: 'merged', results: alone }]).results).toMatchObject({
      exitStatus: 69,
      merged: { missing: ['shard 2 of 2 (debian-6.12-small)'] },
    });
  });
});

describe('the same test twice', () => {
  it('counts once, the later one, when a shard was run again', () => {
    const again = shard('again', [2, 2, 3], [test('edu/b', small.id)], { startedAt: '2026-03-04T09:00:00.000Z' });
    const failed = {
      ...two,
      name: 'failed',
      results: results([small], [crash('edu/b', small.id)], { shard: { index: 2, count: 2, plan, tests: 3 } }),
    };
    for (const inputs of [
      [one, failed, again],
      [again, one, failed],
    ]) {
      const outcome = merge(inputs);
      expect(outcome.results).toMatchObject({ exitStatus: 0, totals: { tests: 3, ok: 3 } });
      expect(outcome.results.merged?.notes).toEqual([
        'again is a later run of the tests in failed and replaces it; there, 1 of 1 tests were not as expected.',
      ]);
      expect(outcome.inputs.map(({ name }) => name)).not.toContain('failed');
    }
  });

  it('is a contradiction otherwise', () => {
    expect(
      problemsOf([
        one,
        {
          name: 'other',
          results: results([small], [test('edu/a', small.id), test('edu/c', small.id), test('edu/x', small.id)]),
        },
      ]),
    ).toEqual([
      'debian-6.12-small/edu/a and 1 more tests are in one and in other, which are not runs of the same ' +
        'shard: merge only one of them.',
    ]);
  });
});

describe('cells', () => {
  it('are united, and what differs between two of one name is noted', () => {
    const otherKernel = {
      ...small,
      kernel: { ...small.kernel, sha256: 'e'.repeat(64) },
      qemu: { ...small.qemu, sha256: 'f'.repeat(64) },
    } satisfies CellResult;
    const merged = merge([one, { name: 'two', results: { ...two.results, cells: [otherKernel, big] } }]).results;
    expect(merged.cells.map(({ id }) => id)).toEqual([small.id, big.id]);
    expect(merged.merged?.notes).toEqual([
      `${small.id}: the kernel in one is not that in two`,
      `${small.id}: QEMU in one is not that in two`,
    ]);
  });

  it('tell the boot that failed', () => {
    const failed = {
      name: 'two',
      results: {
        ...two.results,
        cells: [{ ...small, boot: { outcome: 'failed', durationMs: 9, findings: [] } } satisfies CellResult],
      },
    };
    const outcome = merge([one, failed]);
    expect(outcome.results.cells[0]?.boot).toEqual({ outcome: 'failed', durationMs: 9, findings: [] });
    expect(outcome.bootFrom.get(small.id)?.name).toBe('two');
  });

  it('whose names are paths are refused', () => {
    const evil = { ...small, id: '../../home' };
    expect(problemsOf([{ name: 'one', results: results([evil], []) }])).toEqual([
      'one/results.json: "../../home" cannot be the name of a cell.',
    ]);
  });
});

it('there must be something to merge', () => {
  expect(problemsOf([])).toEqual(['there are no results to merge']);
});

it('a run and a sweep of one of its tests are not merged, and the reason is told', () => {
  const at = { of: 'edu/a', device: 'edu0', fault: 'read-ones', nth: 1, outcome: 'reported', why: '' } as const;
  const run: MergeInput = {
    name: 'run',
    results: results([small], [test('edu/a', small.id), test('edu/b', small.id)]),
  };
  const swept = [test('edu/a', small.id), test('edu/a@read-ones:1', small.id, { point: at })];
  expect(problemsOf([run, { name: 'sweep', results: results([small], swept) }])).toEqual([
    'debian-6.12-small/edu/a is in run and in sweep, and sweep is a sweep of it, which ran it, too: ' +
      'merge sweeps with sweeps of other tests only.',
  ]);
});
