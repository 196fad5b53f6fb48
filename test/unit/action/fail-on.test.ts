import { describe, expect, it } from 'vitest';
import { isFailure, parseFailOn } from '../../../src/action/fail-on.ts';
import { cell, crash, results, test } from '../report/sample-results.ts';

const small = cell('debian:6.12', 'small');
const crashed = results([small], [crash('edu/dma', small.id)]);
const failed = results([small], [test('edu/x', small.id, { outcome: 'fail', ok: false })]);
const expected = results([small], [crash('edu/dma', small.id, { ok: true })]);
const flaky = results([small], [test('edu/x', small.id, { outcome: 'fail', ok: false, flaky: true })]);
const inconclusive = results([small], [], { exitStatus: 69 });

describe('fail-on', () => {
  it.each([
    [[], [true, true, false, true, true]],
    [['not-ok'], [true, true, false, true, true]],
    [['never'], [false, false, false, false, true]],
    [['crash hang'], [true, false, false, false, true]],
    [['fail', 'timeout'], [false, true, false, false, true]],
    [['crash, flaky'], [true, false, false, true, true]],
  ] as const)('%j', (lines, verdicts) => {
    const failOn = parseFailOn(lines);
    expect([crashed, failed, expected, flaky, inconclusive].map((run) => isFailure(failOn, run))).toEqual(verdicts);
  });
});
