import { bounds } from '../../bounds/bounds.ts';
import type { Subtest } from '../verdict.ts';

/** A test with its subtests. */
export interface KtapTest extends Subtest {
  readonly tests?: readonly KtapTest[];
}

export interface Ktap {
  readonly status: 'pass' | 'fail' | 'skip' | 'crash' | 'no-tests' | 'not-tap';
  /** Counts of the leaves; `error` counts errors in the text itself. */
  readonly counts: KtapCounts;
  /** The kept tests, failed ones preferred. */
  readonly tests: readonly KtapTest[];
  /** The numbers of leaves, and of failed leaves. */
  readonly leaves: number;
  readonly badLeaves: number;
  /** The number of leaves that are not in `tests`. */
  readonly leftOut: number;
  /** Levels that were too deep are listed on the deepest level that we read. */
  readonly flattened: boolean;
}

export type KtapCounts = Readonly<Record<Subtest['status'], number>>;

/** The parsed text before its summary. */
export interface KtapReading {
  readonly results: ResultList;
  readonly errors: number;
  /** A dialect in which errors in the text fail the test. */
  readonly strictDialect: boolean;
  readonly bailedOut: boolean;
  readonly skippedAll: boolean;
  /** There was a version or a plan, even if there was no result. */
  readonly announced: boolean;
  /** Something was nested deeper than we read. */
  readonly flattened: boolean;
}

/** The status of the whole: the worst of its tests. An empty result is worse than a pass. */
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

/** The reader limits their depth. */
function leavesIn(tests: readonly KtapTest[]): number {
  return tests.reduce((sum, { tests: inner }) => sum + (inner === undefined ? 1 : leavesIn(inner)), 0);
}

/** A test that is being read. */
export type MutableTest = { -readonly [Key in keyof KtapTest]: KtapTest[Key] };

type Counts = Record<Subtest['status'], number>;

/** The limit for kept tests of one output, on all levels together. */
export class KtapBudget {
  #count = 0;
  #chars = 0;
  /** No more tests of this kind are kept, so that the kept ones are a contiguous start. */
  #fullFor = { bad: false, other: false };

  /** Whether there is room for a test. */
  take(test: Subtest): boolean {
    const kind = isBad(test) ? 'bad' : 'other';
    if (this.#fullFor[kind]) return false;
    const share = kind === 'bad' ? 1 : sharedPart;
    const { count, totalChars } = bounds.subtests;
    const chars = test.name.length + (test.reason?.length ?? 0);
    if (this.#count >= count * share || this.#chars + chars > totalChars * share) {
      this.#fullFor[kind] = true;
      return false;
    }
    this.#count += 1;
    this.#chars += chars;
    return true;
  }
}

/** The share for all tests. The rest is reserved for failed ones. */
export const sharedPart = 0.75;

/** Whether it fails the whole. */
export function isBad({ status }: Subtest): boolean {
  return status === 'fail' || status === 'crash' || status === 'error';
}

/** Results on one level. All are counted; as many as the budget allows are kept. */
export class ResultList {
  readonly #budget: KtapBudget;
  readonly #kept: KtapTest[] = [];
  /** Counts of the leaves. A test whose subtests gave no result counts itself. */
  readonly #counts: Counts = { pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 };
  #count = 0;
  #crashes = 0;
  #failed = false;
  #leaves = 0;
  #badLeaves = 0;

  constructor(budget: KtapBudget) {
    this.#budget = budget;
  }

  /** The kept tests. */
  get tests(): readonly KtapTest[] {
    return this.#kept;
  }

  /** The number of tests on this level. */
  get count(): number {
    return this.#count;
  }

  get counts(): Readonly<Counts> {
    return this.#counts;
  }

  /** Whether any of them crashed itself. */
  get crashed(): boolean {
    return this.#crashes > 0;
  }

  /** Whether any failed. A TODO or a skip is not a failure. */
  get failed(): boolean {
    return this.#failed;
  }

  /** The number of tests without subtests, on this level and below. */
  get leaves(): number {
    return this.#leaves;
  }

  get badLeaves(): number {
    return this.#badLeaves;
  }

  /** @param children the results below it */
  add(test: MutableTest, children?: ResultList): void {
    this.#count += 1;
    if (test.status === 'crash') this.#crashes += 1;
    if (test.status === 'fail') this.#failed = true;
    if (children !== undefined && children.count > 0) {
      this.#addChildren(test, children);
      return;
    }
    this.#countLeaf(test, 1);
    if (this.#budget.take(test)) this.#kept.push(test);
  }

  /** Adds subtests that came after the result of the last test. */
  amend(test: MutableTest, children: ResultList): void {
    if (children.count === 0) return;
    this.#countLeaf(test, -1);
    if (this.#kept.at(-1) === test) this.#kept.pop();
    this.#addChildren(test, children);
  }

  /** Counts the same test many times without keeping it. */
  addUnseen({ status }: Subtest, times: number): void {
    this.#count += times;
    if (status === 'crash') this.#crashes += times;
    this.#counts[status] += times;
    this.#leaves += times;
    if (isBad({ name: '', status })) this.#badLeaves += times;
  }

  /** Adds another level's results. */
  append(other: ResultList): void {
    for (const test of other.#kept) this.#kept.push(test);
    this.#count += other.#count;
    this.#crashes += other.#crashes;
    this.#failed ||= other.#failed;
    this.#addCounts(other);
  }

  #addChildren(test: MutableTest, children: ResultList): void {
    if (children.failed && test.status !== 'todo' && test.status !== 'skip') this.#failed = true;
    const { pass, fail, skip, todo, crash } = children.#counts;
    if (pass + fail + skip + todo + crash === 0) this.#counts[test.status] += 1;
    this.#addCounts(children);
    if (children.#kept.length === 0) return;
    test.tests = children.#kept;
    this.#budget.take(test);
    this.#kept.push(test);
  }

  #addCounts({ counts, leaves, badLeaves }: ResultList): void {
    for (const key of ['pass', 'fail', 'skip', 'todo', 'crash'] as const) this.#counts[key] += counts[key];
    this.#leaves += leaves;
    this.#badLeaves += badLeaves;
  }

  #countLeaf(test: Subtest, times: 1 | -1): void {
    this.#counts[test.status] += times;
    this.#leaves += times;
    if (isBad(test)) this.#badLeaves += times;
  }
}
