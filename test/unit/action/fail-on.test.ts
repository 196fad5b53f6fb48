import { describe, expect, it } from 'vitest';
import { isFailure, parseFailOn } from '../../../src/job/fail-on.ts';
import { cell, crash, results, test } from '../report/sample-results.ts';

const small = cell('debian:6.12', 'small');
const crashed = results([small], [crash('edu/dma', small.id)]);
const failed = results([small], [test('edu/x', small.id, { outcome: 'fail', ok: false })]);
const expected = results([small], [crash('edu/dma', small.id, { ok: true })]);
const flaky = results([small], [test('edu/x', small.id, { outcome: 'fail', ok: false, flaky: true })]);
const incomplete = results([small], [test('edu/x', small.id)], {
  exitStatus: 1,
  merged: { from: 1, missing: ['shard 2 of 2'], notes: [] },
});
const inconclusive = results([small], [], { exitStatus: 69 });

describe('fail-on', () => {
  it.each([
    [[], [true, true, false, true, true, true]],
    [['not-ok'], [true, true, false, true, true, true]],
    [['never'], [false, false, false, false, true, true]],
    [['crash hang'], [true, false, false, false, true, true]],
    [
      ['fail', 'timeout'],
      [false, true, false, false, true, true],
    ],
    [['crash, flaky'], [true, false, false, true, true, true]],
  ] as const)('%j', (lines, verdicts) => {
    const failOn = parseFailOn(lines);
    expect([crashed, failed, expected, flaky, incomplete, inconclusive].map((run) => isFailure(failOn, run))).toEqual(
      verdicts,
    );
  });
});
