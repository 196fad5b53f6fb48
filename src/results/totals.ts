import type { Outcome } from '../diagnose/verdict.ts';
import type { Ending } from '../run/evidence/run-record.ts';
import type { AttemptResult, Totals } from './results.ts';

/**
 * The middle of the durations of tests, in milliseconds; undefined when none of them was started: those take no time.
 * Of two in the middle the shorter one, so that it is one that was measured; the benchmarks take the mean of both.
 */
export function medianMs(tests: readonly { readonly durationMs: number }[]): number | undefined {
  const taken = tests.map(({ durationMs }) => durationMs).filter((durationMs) => durationMs > 0);
  return taken.toSorted((a, b) => a - b)[Math.floor((taken.length - 1) / 2)];
}

/** The number of tests per outcome, and of those that are as expected. */
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

/** `flaky: ok in 3 of 5 runs; run 2: exit status 1`: the count, and the first run that was not as expected. */
export function flakyReason(attempts: readonly Pick<AttemptResult, 'ok' | 'reason'>[]): string {
  const good = attempts.filter(({ ok }) => ok).length;
  const bad = attempts.findIndex(({ ok }) => !ok);
  const [count, shown] = [`flaky: as expected in ${good} of ${attempts.length} runs`, attempts[bad]];
  return shown === undefined ? `${count}, with different outcomes` : `${count}; run ${bad + 1}: ${shown.reason}`;
}

/** The properties of a test that the exit status depends on. */
export interface EndedTest {
  readonly outcome: Outcome;
  readonly ok: boolean;
  /** From QEMU's launch until the first stage begins; null when none began. */
  readonly startMs: number | null;
  readonly ending: Ending;
}

/**
 * 0: every test is as expected; 1: one is not; 69: nothing could be concluded, because no test began and none says
 * anything about the code under test. A failed module build does say something: 1. A run without tests is never a pass:
 * 69.
 */
export function exitStatus(tests: readonly EndedTest[]): 0 | 1 | 69 {
  if (tests.every(isInconclusive)) return 69;
  return tests.every((test) => test.ok) ? 0 : 1;
}

/** No stage began, and nothing is known about the code under test. A bug of ours never makes a run inconclusive. */
export function isInconclusive({ outcome, startMs, ending }: EndedTest): boolean {
  if (outcome !== 'error' || startMs !== null || ending.kind === 'internal-error') return false;
  return !(ending.kind === 'not-started' && ending.cause.kind !== 'boot-failed');
}
