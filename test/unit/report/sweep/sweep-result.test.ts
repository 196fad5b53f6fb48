import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderSweep } from '../../../../src/report/terminal/render-sweep.ts';
import type { Results, TestResult } from '../../../../src/results/results.ts';
import {
  countPoints,
  pointsOf,
  pointOutcomes,
  type PointResult,
  type SweepResult,
} from '../../../../src/results/sweep-result.ts';
import { distinctFailures } from '../../../../src/results/distinct-failures.ts';
import { cell, oops, results as resultsOf, test as testOf } from '../sample-results.ts';

// The file is this project's own; a test below checks it.
const schema = JSON.parse(readFileSync(new URL('../../../../schema/sweep.schema.json', import.meta.url), 'utf8')) as {
  readonly $defs: { readonly pointOutcome: { readonly enum: readonly string[] } };
};

describe('the end of a sweep', () => {
  const box = cell('debian:6.12', 'small');
  const points: readonly PointResult[] = [
    {
      fault: 'dma-fail',
      nth: 1,
      outcome: 'reported',
      access: 'DMA read of 64 bytes from 0x1000',
      why: 'run said: read: Input/output error',
      test: 'edu/a.dma-fail.1',
    },
    {
      fault: 'read-ones',
      nth: 1,
      outcome: 'absorbed',
      access: 'read of ID (bar0+0x0)',
      why: 'the test passed in spite of the fault',
      test: 'edu/a.read-ones.1',
    },
    {
      fault: 'read-ones',
      nth: 17,
      outcome: 'crashed',
      access: 'read of STATUS (bar0+0x20)',
      why: oops.title,
      test: 'edu/a.read-ones.17',
    },
    ...[21, 22, 25].map(
      (nth): PointResult => ({
        fault: 'read-ones',
        nth,
        outcome: 'silent',
        access: 'read of DATA (bar0+0x40)',
        why: `only the test noticed: expected 5, found ${nth}`,
        test: `edu/a.read-ones.${nth}`,
      }),
    ),
    {
      fault: 'read-ones',
      nth: 33,
      outcome: 'missed',
      why: 'the fault never fired: the test took a different path',
      test: 'edu/a.read-ones.33',
    },
  ];
  const sweep: SweepResult = {
    schema: 'qemu-driver-test/sweep/1',
    test: 'edu/a',
    cell: box.id,
    device: 'edu0',
    points,
    totals: countPoints(points),
    durationMs: 41_000,
    faults: [
      { text: 'dma-fail', counted: 1, swept: 1 },
      { text: 'read-ones', counted: 33, swept: 6 },
    ],
  };
  const tests = points.map(({ test, outcome }) =>
    testOf(
      test,
      box.id,
      outcome === 'crashed' ? { outcome: 'crash', ok: false, findings: [oops], reason: oops.title } : {},
    ),
  );
  const results: Results = resultsOf([box], tests, { exitStatus: 1 });

  it('is what the published schema describes, and nothing more', () => {
    const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);
    validate(sweep);
    expect(validate.errors).toBeNull();
    expect([
      validate({ ...sweep, surplus: 1 }),
      validate({ ...sweep, points: [{ ...points[0], outcome: 'other' }] }),
    ]).toEqual([false, false]);
    expect(schema.$defs.pointOutcome.enum).toEqual(pointOutcomes);
  });

  it('shows each fault, each point that was not handled with its register and line, and the answer', () => {
    const text = renderSweep(sweep, results, {
      color: false,
      columns: 120,
      resultsDirectory: 'qdt-sweep',
      readLog: () => undefined,
    });
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      [
        '  dma-fail    1 access           1 reported',
        '  read-ones   6 of 33 accesses   1 absorbed, 3 silent, 1 crashed, 1 missed',
      ].join('\n'),
      [
        '  read-ones 17   read of STATUS (bar0+0x20)   crashed',
        '      BUG: kernel NULL pointer dereference in edu_dma_done driver/edu.c:214',
        '  read-ones 21–22, 25   read of DATA (bar0+0x40)   silent ×3',
        '      only the test noticed: expected 5, found 21',
        '  dma-fail 1   DMA read of 64 bytes from 0x1000   reported',
        '      run said: read: Input/output error',
        '  read-ones 1   read of ID (bar0+0x0)   absorbed',
        '      the test passed in spite of the fault',
        '  read-ones 33   no access   missed',
        '      the fault never fired: the test took a different path',
      ].join('\n'),
    ]);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '2 of 7 points handled (1 reported, 1 absorbed) · 3 silent · 1 crashed · 1 missed · 41 s',
    );
  });

  it('shows calls with the places that they come from', () => {
    const call = (nth: number, more: Partial<PointResult>): PointResult => ({
      fault: 'call-fail',
      nth,
      outcome: 'reported',
      access: 'misc_register in edu_probe (driver/edu.c:539)',
      why: 'the kernel said: probe failed',
      reached: 1,
      test: `edu/a.call-fail.${nth}`,
      ...more,
    });
    const loop = { access: 'kmalloc in edu_open (driver/edu.c:20)', outcome: 'absorbed', why: 'it passed' } as const;
    const { device: _device, ...ofCalls } = sweep;
    const render = (calls: readonly PointResult[], swept: number): string =>
      renderSweep(
        {
          ...ofCalls,
          points: calls,
          totals: countPoints(calls),
          faults: [{ text: 'call-fail', counted: 41, places: 2, swept }],
        },
        resultsOf([box], [], { exitStatus: 0 }),
        { color: false, columns: 120, resultsDirectory: 'qdt-sweep', readLog: () => undefined },
      );
    const text = render([call(1, {}), call(2, { ...loop, reached: 40 })], 2);
    expect(text).toContain('  call-fail   41 calls from 2 places   1 absorbed, 1 reported\n');
    expect(text).toContain('  call-fail 1   misc_register in edu_probe (driver/edu.c:539)   reported\n');
    expect(text).toContain('  call-fail 2   kmalloc in edu_open (driver/edu.c:20), reached 40 times   absorbed\n');
    const all = render(
      [1, 2].map((time) => call(2, { ...loop, reached: 40, time })),
      41,
    );
    expect(all).toContain('41 calls from 2 places, 41 points');
    expect(all).toContain('  call-fail 2   kmalloc in edu_open (driver/edu.c:20)   absorbed ×2\n');
    expect(render([call(2, { ...loop, reached: 40, time: 3 })], 41)).toContain(
      'call-fail 2.3   kmalloc in edu_open (driver/edu.c:20), time 3 of 40',
    );
  });

  it('shows each of several leaks with its line', () => {
    const why = 'leak of 64 bytes in a; leak of a timer in b';
    const point = { fault: 'call-fail', nth: 1, outcome: 'leaked', access: 'kmalloc in a', why } as const;
    const leak = (title: string, line: number): TestResult['findings'][number] => ({
      ...oops,
      title,
      source: { file: 'driver/a.c', line },
    });
    const findings = [leak('leak of 64 bytes in a', 4), leak('leak of a timer in b', 9)];
    const left = testOf('edu/a.call-fail.1', box.id, { ok: false, findings, point: { of: 'edu/a', ...point } });
    const leaked = pointsOf([left]);
    const text = renderSweep(
      { ...sweep, points: leaked, totals: countPoints(leaked) },
      resultsOf([box], [left], { exitStatus: 1 }),
      { color: false, columns: 120, resultsDirectory: 'qdt-sweep', readLog: () => undefined },
    );
    expect(text).toContain('      leak of 64 bytes in a driver/a.c:4\n      leak of a timer in b driver/a.c:9\n');
  });

  it('shows of what was left behind the log of the teardown, not what run said of the fault', () => {
    const point = { fault: 'dma-fail', nth: 1, outcome: 'leaked', access: 'DMA read', why: 'rmmod: in use' } as const;
    const left = testOf('edu/a.dma-fail.1', box.id, {
      outcome: 'fail',
      ok: false,
      reason: 'run ended with exit status 1: expected relays=3; something was left behind: rmmod: in use',
      stages: [
        { name: 'run', exitStatus: 1, durationMs: 1, log: 'c/edu/a.dma-fail.1/logs/run.log' },
        { name: 'suite-teardown', exitStatus: 1, durationMs: 1, log: 'c/edu/a.dma-fail.1/logs/suite-teardown.log' },
      ],
      point: { of: 'edu/a', device: 'edu0', ...point },
    });
    const leaked = pointsOf([testOf('edu/a', box.id), left]);
    expect(leaked).toEqual([{ ...point, test: left.id }]);
    const text = renderSweep(
      { ...sweep, points: leaked, totals: countPoints(leaked) },
      resultsOf([box], [left], { exitStatus: 1 }),
      { color: false, columns: 120, resultsDirectory: 'qdt-sweep', readLog: () => undefined },
    );
    expect(text).toContain('  dma-fail 1   DMA read   leaked\n      rmmod: in use\n');
    expect(text).toContain('output      qdt-sweep/c/edu/a.dma-fail.1/logs/suite-teardown.log\n');
  });

  it('shows points that ended alike as one failure', () => {
    const silent = points.slice(3, 6).map((point) =>
      testOf(point.test, box.id, {
        outcome: 'fail',
        ok: false,
        reason: point.why,
        point: {
          of: 'edu/a',
          device: 'edu0',
          fault: point.fault,
          nth: point.nth,
          outcome: point.outcome,
          why: point.why,
        },
      }),
    );
    expect(distinctFailures(resultsOf([box], silent)).map(({ tests: alike }) => alike.length)).toEqual([3]);
  });
});
