import type { Results, TestResult } from './results.ts';

/** A test in a cell of a new run. */
export type WantedTest = Pick<TestResult, 'id' | 'cell'>;

/** What was not as expected in an earlier run. */
export interface LastFailures {
  /** Ids, each once, in the order of the results. */
  readonly ids: readonly string[];
  /** How many tests in cells there were. */
  readonly tests: number;
  /**
   * Whether a test was not as expected in this cell. In a cell that the earlier run did not have, whether it was not as
   * expected in any.
   */
  readonly wasNotOk: (test: WantedTest) => boolean;
}

export function lastFailures({ tests }: Results): LastFailures {
  const placeOf = ({ id, cell }: WantedTest): string => JSON.stringify([cell, id]);
  const known = new Map(tests.map((test) => [placeOf(test), test.ok]));
  const ids = new Set(tests.filter(({ ok }) => !ok).map(({ id }) => id));
  return {
    ids: [...ids],
    tests: tests.length,
    wasNotOk: (test) => {
      const ok = known.get(placeOf(test));
      return ok === undefined ? ids.has(test.id) : !ok;
    },
  };
}
