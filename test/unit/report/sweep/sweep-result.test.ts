import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { renderSweep } from '../../../../src/report/terminal/render-sweep.ts';
import type { Results, TestResult } from '../../../../src/results/results.ts';
import {
  countPoints,
  pointOutcome,
  type PointOutcome,
  pointOutcomes,
  type PointResult,
  type SweepResult,
} from '../../../../src/results/sweep-result.ts';
import { cell, oops, results as resultsOf, test as testOf } from '../sample-results.ts';

// The file is this project's own; a test below checks it.
const schema = JSON.parse(readFileSync(new URL('../../../../schema/sweep.schema.json', import.meta.url), 'utf8')) as {
  readonly $defs: { readonly outcome: { readonly enum: readonly string[] } };
};

const fired = { id: 'sweep', text: 'dma-fail nth=1', fired: 1, counted: 1, isCleared: false };
const unfired = { ...fired, fired: 0 };
const leaving = [{ name: 'suite-teardown', exitStatus: 1, durationMs: 1, log: 'l' }] as const;

describe('pointOutcome', () => {
  it.each<[PointOutcome, Partial<TestResult>, typeof fired | undefined]>([
    ['absorbed', {}, fired],
    ['reported', { outcome: 'fail' }, fired],
    ['reported', { outcome: 'error', ok: true }, fired],
    ['missed', {}, unfired],
    ['missed', { outcome: 'fail' }, undefined],
    ['crashed', { outcome: 'crash', ok: false, findings: [oops] }, fired],
    ['hung', { outcome: 'timeout', ok: false }, fired],
    ['hung', { outcome: 'hang', ok: false }, fired],
    ['leaked', { outcome: 'fail', ok: false, stages: leaving }, fired],
    ['leaked', { outcome: 'error', ok: false, stages: leaving }, fired],
    ['leaked', { outcome: 'crash', ok: false, findings: [{ ...oops, kind: 'memory-leak' }] }, fired],
    ['unjudged', { outcome: 'error', ok: false }, fired],
  ])('%s: %j', (outcome, changes, report) => {
    expect(pointOutcome(testOf('edu/a.dma-fail.1', 'c', changes), report)).toBe(outcome);
  });
});

describe('the end of a sweep', () => {
  const box = cell('debian:6.12', 'small');
  const points: readonly PointResult[] = [
    {
      fault: 'dma-fail',
      nth: 1,
      outcome: 'reported',
      access: 'DMA read of 64 bytes from 0x1000',
      test: 'edu/a.dma-fail.1',
    },
    { fault: 'read-ones', nth: 1, outcome: 'absorbed', access: 'read of ID', test: 'edu/a.read-ones.1' },
    { fault: 'read-ones', nth: 17, outcome: 'crashed', access: 'read of STATUS', test: 'edu/a.read-ones.17' },
    { fault: 'read-ones', nth: 33, outcome: 'missed', test: 'edu/a.read-ones.33' },
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
      { text: 'read-ones', counted: 33, swept: 3 },
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
    expect(schema.$defs.outcome.enum).toEqual(pointOutcomes);
  });

  it('shows each fault, each point that was not handled with its register and line, and the answer', () => {
    const text = renderSweep(sweep, results, {
      color: false,
      columns: 120,
      resultsDirectory: 'qdt-sweep',
      readLog: () => undefined,
    });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '  dma-fail    1 access           1 reported',
      '  read-ones   3 of 33 accesses   1 absorbed, 1 crashed, 1 missed',
      '',
      '  read-ones 17   read of STATUS   crashed   BUG: kernel NULL pointer dereference in edu_dma_done   ' +
        'driver/edu.c:214',
    ]);
    expect(text.trimEnd().split('\n').at(-1)).toBe(
      '2 of 4 points handled (1 reported, 1 absorbed) · 1 crashed · 1 missed · 41 s',
    );
    // The shell has the machine without the fault.
    expect(text).toContain(
      '\n               The fault is not set there. Set it first: hw fault edu0 read-ones nth=17\n',
    );
  });

  it('shows of what was left behind the teardown that says so, not what run said of the fault', () => {
    const left = testOf('edu/a.dma-fail.1', box.id, {
      outcome: 'fail',
      ok: false,
      reason: 'run ended with exit status 1: expected relays=3; something was left behind: suite-teardown ended …',
      stages: [
        { name: 'run', exitStatus: 1, durationMs: 1, log: 'c/edu/a.dma-fail.1/logs/run.log' },
        { name: 'suite-teardown', exitStatus: 1, durationMs: 1, log: 'c/edu/a.dma-fail.1/logs/suite-teardown.log' },
      ],
    });
    const leaked: readonly PointResult[] = [
      { fault: 'dma-fail', nth: 1, outcome: 'leaked', access: 'DMA read', test: left.id },
    ];
    const render = (said: string | undefined): string =>
      renderSweep(
        { ...sweep, points: leaked, totals: countPoints(leaked) },
        resultsOf([box], [left], { exitStatus: 1 }),
        {
          color: false,
          columns: 120,
          resultsDirectory: 'qdt-sweep',
          readLog: (path) => (path.endsWith('suite-teardown.log') ? said : undefined),
        },
      );
    expect(render('unloading\nrmmod: ERROR: Module relays is in use\n')).toContain(
      '  dma-fail 1   DMA read   leaked   suite-teardown: rmmod: ERROR: Module relays is in use\n',
    );
    expect(render(undefined)).toContain('leaked   suite-teardown: ended with exit status 1\n');
    expect(render(undefined)).toContain('output      qdt-sweep/c/edu/a.dma-fail.1/logs/suite-teardown.log\n');
  });
});
