import type { Outcome } from '../diagnose/verdict.ts';
import type { Ending } from '../run/run-record.ts';

/** What the exit status needs to know of a test. */
export interface EndedTest {
  readonly outcome: Outcome;
  readonly ok: boolean;
  /** QEMU's launch until the first stage begins; null when none began. */
  readonly startMs: number | null;
  readonly ending: Ending;
}

/**
 * 0: every test is as expected; 1: one is not; 69: nothing could be concluded, because no test began and none of them
 * says anything about the code under test. A failed module build says something: 1. No test at all is never a pass: 69.
 */
export function exitStatus(tests: readonly EndedTest[]): 0 | 1 | 69 {
  if (tests.every(isInconclusive)) return 69;
  return tests.every((test) => test.ok) ? 0 : 1;
}

/**
 * No stage began, and nothing is known of the code under test. Our own bug is never a reason to call a run
 * inconclusive.
 */
export function isInconclusive({ outcome, startMs, ending }: EndedTest): boolean {
  if (outcome !== 'error' || startMs !== null || ending.kind === 'internal-error') return false;
  return !(ending.kind === 'not-started' && ending.cause.kind !== 'boot-failed');
}
