import { expect, it } from 'vitest';
import { parseSeconds } from '../../../src/suite/field-values.ts';

it.each([
  ['60', 60_000],
  ['2.5', 2500],
  ['0.001', 1],
  ['007', 7000],
  ['604800', 604_800_000],
])('reads %s as %d ms', (text, durationMs) => {
  expect(parseSeconds(text)).toEqual({ kind: 'duration', durationMs });
});

it.each(['', 'ten', '60s', '-1', '+1', '1e3', '0x10', 'NaN', 'Infinity', '1.', '.5', '1,5', '1 000'])(
  'refuses %j as no number of seconds',
  (text) => {
    expect(parseSeconds(text)).toEqual({
      kind: 'problem',
      reason: 'expected a number of seconds above 0, such as 60 or 2.5',
    });
  },
);

it.each(['0', '0.0', '0.0004'])('refuses %s as too short', (text) => {
  expect(parseSeconds(text)).toEqual({ kind: 'problem', reason: 'expected at least 0.001 seconds' });
});

it.each(['604801', '9'.repeat(400)])('refuses %s as too long', (text) => {
  expect(parseSeconds(text)).toEqual({ kind: 'problem', reason: 'expected at most 604800 seconds (a week)' });
});
