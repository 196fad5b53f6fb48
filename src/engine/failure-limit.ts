import type { PlannedTest } from '../plan/plan.ts';

/** Counts the tests that are not as expected. From a number of them on, no more tests are started. */
export class FailureLimit {
  readonly #limit: number | undefined;
  readonly #onReached: (failures: number) => void;
  readonly #failed = new Set<PlannedTest>();

  /** @param limit undefined: all tests are started @param onReached called once, with the number of failures */
  constructor(limit: number | undefined, onReached: (failures: number) => void) {
    this.#limit = limit;
    this.#onReached = onReached;
  }

  /** A test counts once, however many of its runs are not as expected. */
  add(planned: PlannedTest): void {
    const wasReached = this.isReached;
    this.#failed.add(planned);
    if (this.isReached && !wasReached) this.#onReached(this.failures);
  }

  get isReached(): boolean {
    return this.#limit !== undefined && this.failures >= this.#limit;
  }

  /** Tests under way when the limit was reached go on, and may add to it. */
  get failures(): number {
    return this.#failed.size;
  }
}
