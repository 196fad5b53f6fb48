import { join } from 'node:path';
import type { Verdict } from '../diagnose/verdict.ts';
import type { PlannedTest } from '../plan/plan.ts';
import type { RunRecord } from '../run/run-record.ts';

/** One run of a test, on a machine of its own; `--repeat` makes several of one test. */
export interface Attempt {
  readonly planned: PlannedTest;
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

/** A run's evidence, without its texts, and the opinion on it. */
export interface JudgedAttempt {
  readonly record: Omit<RunRecord, 'consoleText' | 'runOutput' | 'postMortem'>;
  /** Paths of what was found out of a machine that made no end; absent: it was not asked. */
  readonly postMortemFiles?: readonly string[];
  /** Why it started as it did. */
  readonly startReason: string;
  readonly verdict: Verdict;
}

/** All runs of one test in one cell, in their order. */
export interface JudgedTest {
  readonly planned: PlannedTest;
  readonly attempts: readonly [JudgedAttempt, ...JudgedAttempt[]];
}

export function attemptsOf(planned: PlannedTest, count: number): readonly Attempt[] {
  return Array.from({ length: count }, (_, index) => ({ planned, number: index + 1, of: count }));
}

/** Relative to the results directory. */
export function attemptDirectory({ planned: { cell, suite, test }, number, of }: Attempt): string {
  return join(cell.id, suite.name, test.name, ...(of === 1 ? [] : [`attempt-${number}`]));
}

/** As people see it while it runs. */
export function attemptName({ planned, number, of }: Attempt): string {
  return of === 1 ? planned.id : `${planned.id} (${number} of ${of})`;
}

/** A test is flaky when its runs did not all come to the same. */
export function isFlaky({ attempts }: JudgedTest): boolean {
  return new Set(attempts.map(({ verdict }) => `${verdict.outcome} ${verdict.ok}`)).size > 1;
}

/** The run that is shown for the test: the first that was not as expected, if any. */
export function shownAttempt({ attempts }: JudgedTest): JudgedAttempt {
  return attempts.find(({ verdict }) => !verdict.ok) ?? attempts[0];
}
