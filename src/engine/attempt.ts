import { join } from 'node:path';
import type { PlannedTest } from '../plan/plan.ts';

/** One run of a test, on a machine of its own; `--repeat` makes several of one test. */
export interface Attempt {
  readonly planned: PlannedTest;
  /** Place of the test in the plan, from 0 on. */
  readonly test: number;
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

export function attemptsOf(planned: PlannedTest, test: number, count: number): readonly Attempt[] {
  return Array.from({ length: count }, (_, index) => ({ planned, test, number: index + 1, of: count }));
}

/** Relative to the results directory. */
export function attemptDirectory({ planned: { cell, suite, test }, number, of }: Attempt): string {
  return join(cell.id, suite.name, test.name, ...(of === 1 ? [] : [`attempt-${number}`]));
}

/** As people see it while it runs. */
export function attemptName({ planned, number, of }: Attempt): string {
  return of === 1 ? planned.id : `${planned.id} (${number} of ${of})`;
}
