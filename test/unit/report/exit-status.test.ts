import { describe, expect, test } from 'vitest';
import { countTotals, type EndedTest, exitStatus } from '../../../src/results/totals.ts';

const passed: EndedTest = { outcome: 'pass', ok: true, startMs: 2100, ending: { kind: 'completed' } };
const failed: EndedTest = { ...passed, outcome: 'fail', ok: false };
const setupFailed: EndedTest = { ...passed, outcome: 'error', ok: false };
const unbooted: EndedTest = {
  outcome: 'error',
  ok: false,
  startMs: null,
  ending: { kind: 'boot-deadline', timeoutMs: 60_000, phase: 'kernel-silent' },
};
const templateFailed: EndedTest = {
  ...unbooted,
  ending: { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'no' } },
};
const unbuilt: EndedTest = {
  ...unbooted,
  ending: {
    kind: 'not-started',
    cause: { kind: 'module-build', directory: 'driver', output: 'error: …', error: undefined },
  },
};
const bootPanic: EndedTest = { outcome: 'crash', ok: false, startMs: null, ending: { kind: 'guest-panicked' } };

describe('the exit status', () => {
  test.each([
    ['every test is as expected', [passed, { ...failed, ok: true }], 0],
    ['one test is not', [passed, failed], 1],
    ['one cell did not boot', [passed, unbooted], 1],
    ['boot failed everywhere', [unbooted, templateFailed], 69],
    ['boot failed everywhere and any failure was expected', [{ ...unbooted, ok: true }], 69],
    ['no module could be built', [unbuilt, unbuilt], 1],
    ['no module could be built for one kernel, and the other one does not boot', [unbuilt, unbooted], 1],
    ['every setup failed', [setupFailed], 1],
    ['every boot ends in a panic', [bootPanic], 1],
    ['there is no test', [], 69],
  ] as const)('%s: %#', (_title, tests, status) => {
    expect(exitStatus(tests)).toBe(status);
  });
});

test('totals count outcomes and expectations apart', () => {
  expect(countTotals([passed, failed, { ...failed, ok: true }, setupFailed, bootPanic])).toEqual({
    tests: 5,
    ok: 2,
    notOk: 3,
    pass: 1,
    fail: 2,
    skip: 0,
    timeout: 0,
    hang: 0,
    crash: 1,
    error: 1,
  });
});
