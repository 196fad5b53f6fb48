import type { Subtest } from '../verdict.ts';
import type { ResultList } from './result-list.ts';

/** A test with its subtests. */
export interface KtapTest extends Subtest {
  readonly tests?: readonly KtapTest[];
}

export interface Ktap {
  readonly status: 'pass' | 'fail' | 'skip' | 'crash' | 'no-tests' | 'not-tap';
  /** Over the leaves; `error` counts what was wrong with the text itself. */
  readonly counts: KtapCounts;
  /** Those that are kept, the failed ones before others. */
  readonly tests: readonly KtapTest[];
  /** All tests without subtests, and those of them that failed. */
  readonly leaves: number;
  readonly badLeaves: number;
  /** How many of them are not in `tests`. */
  readonly leftOut: number;
  /** Levels deeper than are read were taken for the deepest one that is. */
  readonly flattened: boolean;
}

export type KtapCounts = Readonly<Record<Subtest['status'], number>>;

/** What reading the text brought, before it is summed up. */
export interface KtapReading {
  readonly results: ResultList;
  readonly errors: number;
  /** Of a dialect in which errors of the text make the test fail. */
  readonly strictDialect: boolean;
  readonly bailedOut: boolean;
  readonly skippedAll: boolean;
  /** A version or a plan was there, if no result. */
  readonly announced: boolean;
  /** Something was nested deeper than is read. */
  readonly flattened: boolean;
}

/** The verdict on the whole: the worst of its tests, but nothing is better than something that was never run. */
export function summarise({
  results,
  errors,
  strictDialect,
  bailedOut,
  skippedAll,
  announced,
  flattened,
}: KtapReading): Ktap {
  const counts = { ...results.counts, error: errors };
  const { leaves, badLeaves, tests } = results;
  return { status: status(), counts, tests, leaves, badLeaves, leftOut: leaves - leavesIn(tests), flattened };

  function status(): Ktap['status'] {
    if (results.count === 0 && !bailedOut) return skippedAll ? 'skip' : announced ? 'no-tests' : 'not-tap';
    if (counts.crash > 0 || results.crashed) return 'crash';
    if (bailedOut || results.failed || (errors > 0 && strictDialect)) return 'fail';
    if (counts.pass + counts.todo > 0) return 'pass';
    return counts.skip > 0 ? 'skip' : 'no-tests';
  }
}

/** The reader bounds how deep they are. */
function leavesIn(tests: readonly KtapTest[]): number {
  return tests.reduce((sum, { tests: inner }) => sum + (inner === undefined ? 1 : leavesIn(inner)), 0);
}
