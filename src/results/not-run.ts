import type { Results } from './results.ts';

/** A test in a cell. */
export interface TestPlace {
  readonly id: string;
  readonly cell: string;
}

/**
 * Tests without a result of their own: the run was interrupted, or --bail started no more. In `tests` they are errors;
 * reports tell them apart from errors.
 */
export function testsNotRun({ interrupted, bail }: Pick<Results, 'interrupted' | 'bail'>): readonly TestPlace[] {
  return [...(interrupted?.notRun ?? []), ...(bail?.notRun ?? [])];
}

/** Whether a test was not run, for many tests of the same results. */
export function isNotRunIn(results: Pick<Results, 'interrupted' | 'bail'>): (test: TestPlace) => boolean {
  const keyOf = ({ id, cell }: TestPlace): string => JSON.stringify([id, cell]);
  const notRun = new Set(testsNotRun(results).map(keyOf));
  return (test) => notRun.has(keyOf(test));
}
