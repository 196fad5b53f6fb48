import type { Outcome } from '../diagnose/verdict.ts';
import type { AttemptResult, TestResult } from '../results/results.ts';
import { flakyReason, isInconclusive } from '../results/totals.ts';
import type { AttemptEntry, PlannedEntry } from './entries.ts';
import { lazyTest } from './lazy-test.ts';
import { attemptResult, notRunResult, testResult } from './test-result.ts';

/** The part of an attempt that is kept in memory. */
export interface IndexedAttempt {
  readonly attempt: number;
  readonly outcome: Outcome;
  readonly ok: boolean;
  /** No stage began, and it says nothing about the code under test. */
  readonly isInconclusive: boolean;
  /** Time from the launch until the machine was gone, if its stages began and it was not cancelled. */
  readonly ranMs: number | undefined;
  readonly load: () => AttemptEntry;
}

/** A test of a record with its attempts, most of it left on the disk. */
export class RecordedTest {
  readonly planned: PlannedEntry;
  readonly #repeat: number;
  readonly #attempts: IndexedAttempt[] = [];
  /** When its last machine was gone, in milliseconds since 1970. */
  #endedMs = 0;
  /** The attempt that is shown, with its light fields. */
  #shown: { readonly attempt: number; readonly ok: boolean; readonly light: TestResult } | undefined;

  constructor(planned: PlannedEntry, repeat: number) {
    this.planned = planned;
    this.#repeat = repeat;
  }

  add(entry: AttemptEntry, load: () => AttemptEntry): void {
    const { attempt, record, verdict } = entry;
    const { outcome, ok } = verdict;
    const startMs = record.startMs ?? null;
    const hasRun = startMs !== null && record.ending.kind !== 'cancelled';
    this.#attempts.push({
      attempt,
      outcome,
      ok,
      isInconclusive: isInconclusive({ outcome, ok, startMs, ending: record.ending }),
      ranMs: hasRun ? record.durationMs : undefined,
      load,
    });
    this.#endedMs = Math.max(this.#endedMs, record.startedAt.getTime() + record.durationMs);
    if (this.#isShownBefore(attempt, ok)) this.#shown = { attempt, ok, light: this.#lighten(entry, load) };
  }

  /** Ordered by number. */
  get attempts(): readonly IndexedAttempt[] {
    return this.#attempts.toSorted((a, b) => a.attempt - b.attempt);
  }

  get endedMs(): number {
    return this.#endedMs;
  }

  get isComplete(): boolean {
    return this.#attempts.length >= this.#repeat;
  }

  get isOk(): boolean {
    return this.isComplete && this.#attempts.every(({ ok }) => ok);
  }

  /** Without attempts nothing is known. */
  get isInconclusive(): boolean {
    const shown = this.#shown?.attempt;
    return this.#attempts.find(({ attempt }) => attempt === shown)?.isInconclusive ?? true;
  }

  /** It has no result of its own: no attempt at all, or too few of those that were as expected. */
  get isNotRun(): boolean {
    return this.#shown === undefined || (this.#shown.ok && !this.isComplete);
  }

  /** The test for `results.json`. `bail`: the number of failures after which no tests were started. */
  result(bail?: number): TestResult {
    const shown = this.#shown;
    if (shown === undefined || this.isNotRun)
      return notRunResult(this.planned, { done: this.#attempts.length, repeat: this.#repeat, bail });
    return shown.light;
  }

  /** Whether an attempt is shown instead of the current one: the first that was not as expected, or else the first. */
  #isShownBefore(attempt: number, ok: boolean): boolean {
    const shown = this.#shown;
    if (shown === undefined) return true;
    return shown.ok === ok ? attempt < shown.attempt : !ok;
  }

  #lighten(entry: AttemptEntry, load: () => AttemptEntry): TestResult {
    const { planned } = this;
    const whole = testResult(planned, entry);
    return this.#repeat === 1
      ? lazyTest(whole, { load: cached(() => testResult(planned, load())), loadAttempts: () => [] })
      : this.#lightenRepeated(whole, load);
  }

  /** Whether it is flaky is known only after all attempts, so these fields are computed on access. */
  #lightenRepeated(whole: TestResult, load: () => AttemptEntry): TestResult {
    const isFlaky = (): boolean => new Set(this.#attempts.map(({ outcome, ok }) => `${outcome} ${ok}`)).size > 1;
    const reproduce = (): string => (isFlaky() ? `${whole.reproduce} --repeat ${this.#repeat}` : whole.reproduce);
    const all = (): readonly AttemptResult[] => this.attempts.map((attempt) => attemptResult(attempt.load()));
    const loaded = cached((): TestResult => {
      const shown = testResult(this.planned, load());
      return isFlaky() ? { ...shown, reason: flakyReason(this.attempts.map(reasonLater)) } : shown;
    });
    const light = lazyTest({ ...whole, attempts: [], flaky: false }, { load: loaded, loadAttempts: all });
    return Object.defineProperties(light, {
      flaky: { enumerable: true, get: isFlaky },
      reproduce: { enumerable: true, get: reproduce },
    });
  }
}

/** With many attempts only one reason is shown, so only that is read. */
function reasonLater({ ok, load }: IndexedAttempt): Pick<AttemptResult, 'ok' | 'reason'> {
  return {
    ok,
    get reason() {
      return load().verdict.reason;
    },
  };
}

interface Kept {
  readonly by: () => TestResult;
  readonly test: TestResult;
}

/** The entries read last, because a report reads several fields of one test in a row. */
const recent: Kept[] = [];
const maxRecent = 4;

function cached(load: () => TestResult): () => TestResult {
  return () => {
    const known = recent.find(({ by }) => by === load);
    if (known !== undefined) return known.test;
    const test = load();
    if (recent.push({ by: load, test }) > maxRecent) recent.shift();
    return test;
  };
}
