import { describe, expect, test as it } from 'vitest';
import { renderSummary } from '../../../src/report/summary/summary.ts';
import { renderFinal } from '../../../src/report/terminal/final.ts';
import { distinctFailures } from '../../../src/results/distinct-failures.ts';
import { cell, crash, oops, results, test } from './sample-results.ts';

const small = cell('debian:6.12', 'small');
const big = cell('debian:6.12', 'big');

function groups(tests: Parameters<typeof results>[1], cells = [small, big]): readonly (readonly string[])[] {
  return distinctFailures(results(cells, tests)).map((failure) =>
    failure.tests.map(({ id, cell: where }) => `${id} ${where}`),
  );
}

const fail = { outcome: 'fail', ok: false, reason: 'run exited with status 1' } as const;
const timeout = { outcome: 'timeout', ok: false, reason: 'run did not end within 60 s' } as const;

describe('what is not as expected', () => {
  it('is listed once for all tests and cells with the same fingerprint', () => {
    const other = { ...oops, fingerprint: 'other' };
    expect(
      groups([crash('edu/a', small.id), crash('edu/b', big.id), crash('edu/c', big.id, { findings: [other] })]),
    ).toEqual([[`edu/a ${small.id}`, `edu/b ${big.id}`], [`edu/c ${big.id}`]]);
  });

  it('is one entry with twelve places for one crash in twelve cells', () => {
    const twelve = Array.from({ length: 12 }, (_, index) => cell('debian:6.12', `m${index}`));
    const results12 = results(
      twelve,
      twelve.map(({ id }) => crash('edu/a', id)),
    );
    expect(distinctFailures(results12).map(({ tests }) => tests.map(({ cell: where }) => where))).toEqual([
      twelve.map(({ id }) => id),
    ]);
    const summary = renderSummary(results12);
    expect(summary.match(/^### /gm)).toHaveLength(1);
    for (const { id } of twelve) expect(summary.split('## Not as expected')[1]).toContain(id);
    const terminal = renderFinal(results12, {
      color: false,
      columns: 100,
      resultsDirectory: 'qdt-results',
      readLog: () => undefined,
    });
    expect(terminal).toContain('1) edu/a');
    expect(terminal).not.toContain('2) edu/a');
    expect(terminal).toMatch(/also .* and 7 more/s);
  });

  it('is listed once for a test that fails for the same reason in several cells, whatever the times', () => {
    expect(
      groups([
        test('edu/a', small.id, timeout),
        test('edu/a', big.id, { ...timeout, reason: 'run did not end within 90 s' }),
      ]),
    ).toHaveLength(1);
  });

  it('is listed for each test with a failure of its own', () => {
    expect(
      groups([
        test('edu/a', small.id, fail),
        test('edu/b', small.id, fail),
        test('edu/a', big.id, { ...fail, reason: 'run exited with status 2' }),
      ]),
    ).toHaveLength(3);
  });

  it('is listed once for all tests that could not be judged for one reason', () => {
    const error = { outcome: 'error', ok: false, reason: 'driver: make failed' } as const;
    expect(groups([test('edu/a', small.id, error), test('edu/b', small.id, error)])).toEqual([
      [`edu/a ${small.id}`, `edu/b ${small.id}`],
    ]);
  });

  it('leaves out expected results', () => {
    expect(groups([crash('edu/a', small.id, { ok: true }), test('edu/b', small.id)])).toEqual([]);
  });

  it('points to the boot of a cell when that is what failed', () => {
    const broken = cell('debian:6.12', 'small', { boot: { outcome: 'failed', durationMs: 900, findings: [oops] } });
    const unborn = test('edu/a', broken.id, {
      outcome: 'error',
      ok: false,
      startMs: null,
      stages: [],
      reason: 'the cell did not boot',
    });
    expect(distinctFailures(results([broken], [unborn]))).toEqual([
      { test: unborn, tests: [unborn], finding: oops, console: 'debian-6.12-small/boot/console.log' },
    ]);
  });
});
