import type { PlannedTest } from './plan.ts';

/** The order of a run's tests. Results do not depend on it. */
export type Order =
  /** The longest first, so that no long test starts when all others have ended. */
  | {
      readonly kind: 'longest-first';
      readonly durationMsOf: (planned: PlannedTest) => number | undefined;
      /** These come before all others; absent: none do. */
      readonly isUrgent?: (planned: PlannedTest) => boolean;
    }
  /** Random order. The same seed gives the same order of the same tests. */
  | { readonly kind: 'shuffled'; readonly seed: number };

/** Seeds are whole numbers below this. */
export const seedLimit = 2 ** 32;

/** A test without a recorded duration may be the longest, so it comes first. Ties keep the plan's order. */
export function orderTests(tests: readonly PlannedTest[], order: Order): readonly PlannedTest[] {
  switch (order.kind) {
    case 'longest-first': {
      const timed = tests.map((planned) => ({
        planned,
        isUrgent: order.isUrgent?.(planned) === true,
        durationMs: order.durationMsOf(planned) ?? Infinity,
      }));
      return timed
        .sort(
          (a, b) =>
            Number(b.isUrgent) - Number(a.isUrgent) ||
            (a.durationMs === b.durationMs ? 0 : b.durationMs - a.durationMs),
        )
        .map(({ planned }) => planned);
    }
    case 'shuffled':
      return shuffle(tests, numbersFrom(order.seed));
  }
}

/** Fisher-Yates. */
function shuffle<T>(items: readonly T[], nextBelow: (limit: number) => number): readonly T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = nextBelow(last + 1);
    const [a, b] = [shuffled[last], shuffled[chosen]];
    if (a === undefined || b === undefined) throw new Error('Internal error: a shuffle left the list');
    shuffled[last] = b;
    shuffled[chosen] = a;
  }
  return shuffled;
}

/**
 * Marsaglia's xorshift with 32 bits: the same on every host, and even enough for an order. The device library has
 * another generator (`fault/trigger.ts`). Both stay: who repeats a run by its seed must get the same order, and the
 * same faults, from every version.
 */
function numbersFrom(seed: number): (limit: number) => number {
  // A zero state would stay zero.
  let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state = (state ^ (state << 5)) >>> 0;
    return Math.floor((state / seedLimit) * limit);
  };
}
