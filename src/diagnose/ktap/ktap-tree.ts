import type { Subtest } from '../verdict.ts';

/** A test with its subtests. */
export interface KtapTest extends Subtest {
  readonly tests?: readonly KtapTest[];
}

export interface Ktap {
  readonly status: 'pass' | 'fail' | 'skip' | 'crash' | 'no-tests' | 'not-tap';
  /** Over the leaves; `error` counts what was wrong with the text itself. */
  readonly counts: KtapCounts;
  readonly tests: readonly KtapTest[];
}

export type KtapCounts = Readonly<Record<Subtest['status'], number>>;

/** What reading the text brought, before it is summed up. */
export interface KtapReading {
  readonly tests: readonly KtapTest[];
  readonly errors: number;
  /** Of a dialect in which errors of the text make the test fail. */
  readonly strictDialect: boolean;
  readonly bailedOut: boolean;
  readonly skippedAll: boolean;
  /** A version or a plan was there, if no result. */
  readonly announced: boolean;
}

/** The verdict on the whole: the worst of its tests, but nothing is better than something that was never run. */
export function summarise({ tests, errors, strictDialect, bailedOut, skippedAll, announced }: KtapReading): Ktap {
  const counts = { ...countLeaves(tests), error: errors };
  return { status: status(), counts, tests };

  function status(): Ktap['status'] {
    if (tests.length === 0 && !bailedOut) return skippedAll ? 'skip' : announced ? 'no-tests' : 'not-tap';
    if (counts.crash > 0 || tests.some((test) => test.status === 'crash')) return 'crash';
    if (bailedOut || tests.some(hasFailed) || (errors > 0 && strictDialect)) return 'fail';
    if (counts.pass + counts.todo > 0) return 'pass';
    return counts.skip > 0 ? 'skip' : 'no-tests';
  }
}

/** A failure that is still to be done, or whose test was skipped, is none. */
function hasFailed(test: KtapTest): boolean {
  if (test.status === 'todo' || test.status === 'skip') return false;
  return test.status === 'fail' || (test.tests?.some(hasFailed) ?? false);
}

type Counts = Record<Subtest['status'], number>;

function countLeaves(tests: readonly KtapTest[]): Counts {
  const counts: Counts = { pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 };
  for (const test of tests) {
    const inner = countLeaves(test.tests ?? []);
    // A test whose subtests gave no result of any kind speaks for itself.
    if (total(inner) === 0) inner[test.status] += 1;
    for (const key of ['pass', 'fail', 'skip', 'todo', 'crash'] as const) counts[key] += inner[key];
  }
  return counts;
}

function total({ pass, fail, skip, todo, crash }: Counts): number {
  return pass + fail + skip + todo + crash;
}
