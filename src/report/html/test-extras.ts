import type { TestResult } from '../results.ts';
import type { PageAttempt } from './page-data.ts';

/** What only some results have. */
export interface TestExtras {
  /** Every run of the test, when it was run more than once. */
  readonly attempts?: readonly PageAttempt[];
  /** Its runs do not agree. */
  readonly flaky?: boolean;
  /** Paths of what was taken from a machine before it was ended. */
  readonly postmortem?: readonly string[];
}

/** A test of results that may be older than these fields. */
export function extrasOf(test: TestResult & TestExtras): TestExtras {
  return test;
}
