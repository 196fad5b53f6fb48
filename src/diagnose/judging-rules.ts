import type { PlannedTest } from '../plan/plan.ts';
import type { ConsoleExpectation, Expectation } from '../suite/suite.ts';

/** What a test's author says of how it is to be judged. The record keeps it, so that a run can be judged again. */
export interface JudgingRules {
  readonly expectation: Expectation;
  /** The suite's, then the test's. */
  readonly expectConsole: readonly ConsoleExpectation[];
  /** A point of a sweep is only asked to be handled. */
  readonly isSweepPoint: boolean;
}

export function rulesOf({ suite, test, sweep }: PlannedTest): JudgingRules {
  return {
    expectation: test.expectation,
    expectConsole: [...suite.expectConsole, ...test.expectConsole],
    isSweepPoint: sweep !== undefined,
  };
}
