import type { PlannedTest } from '../plan/plan.ts';
import type { ConsoleExpectation, Expectation } from '../suite/suite.ts';
import type { Finding } from './finding.ts';

export const outcomes = ['pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error'] as const;
export type Outcome = (typeof outcomes)[number];

/** The opinion on one run record. */
export interface Verdict {
  readonly outcome: Outcome;
  /** Whether the outcome is what the suite expects. */
  readonly ok: boolean;
  /** What was expected, in words: `pass`, `any failure`, `crash matching /…/`. */
  readonly expected: string;
  /** Why the outcome is what it is, in one sentence for a person. */
  readonly reason: string;
  readonly findings: readonly Finding[];
  readonly subtests: readonly Subtest[];
  /** Where processors and tasks of a machine that made no end stood, in words. */
  readonly whereabouts: readonly string[];
  /**
   * What of the evidence is not in the verdict, since there was too much of it: subtests, findings. A sentence each.
   */
  readonly notes: readonly string[];
}

/** A (K)TAP result from the output of `run`. */
export interface Subtest {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'skip' | 'todo' | 'crash' | 'error';
  readonly reason?: string;
}

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
