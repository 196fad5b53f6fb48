import type { Outcome } from '../diagnose/verdict.ts';
import type { Totals } from './results.ts';

/** How many tests there are of each outcome, and how many are as expected. */
export function countTotals(tests: readonly { readonly outcome: Outcome; readonly ok: boolean }[]): Totals {
  const count = (outcome: Outcome): number => tests.filter((test) => test.outcome === outcome).length;
  const ok = tests.filter((test) => test.ok).length;
  return {
    tests: tests.length,
    ok,
    notOk: tests.length - ok,
    pass: count('pass'),
    fail: count('fail'),
    skip: count('skip'),
    timeout: count('timeout'),
    hang: count('hang'),
    crash: count('crash'),
    error: count('error'),
  };
}
