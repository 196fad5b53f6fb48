import { expect, it } from 'vitest';
import { medianMs } from '../../../src/results/totals.ts';

it.each([
  ['the middle one', [300, 100, 200], 200],
  ['of two in the middle the shorter one', [100, 400, 200, 300], 200],
  ['of those that were started', [0, 0, 0, 700], 700],
  ['nothing where none was started', [0, 0], undefined],
  ['nothing where there is none', [], undefined],
])('the usual duration of a test is %s', (_, durationsMs, expected) => {
  expect(medianMs(durationsMs.map((durationMs) => ({ durationMs })))).toBe(expected);
});
