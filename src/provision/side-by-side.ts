import { setMaxListeners } from 'node:events';

/** Ends work whose sibling has failed; that one's error is what is told. */
class SiblingFailed extends Error {
  override readonly name = 'SiblingFailed';
}

type Works<T extends readonly unknown[]> = readonly [...{ [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> }];

/**
 * Does several things at a time. The first failure aborts the others, and is thrown when all of them have ended:
 * nothing goes on, and nobody waits for what is of no use any more.
 * @throws what failed first; the signal's reason when it aborts.
 */
export async function sideBySide<T extends readonly unknown[]>(signal: AbortSignal, works: Works<T>): Promise<T> {
  const siblings = new AbortController();
  const scope = AbortSignal.any([signal, siblings.signal]);
  // One a piece of work that is going on, however many that are.
  setMaxListeners(0, scope);
  const failures: unknown[] = [];
  const results = await Promise.all(
    works.map(async (work) => {
      try {
        return await work(scope);
      } catch (error) {
        failures.push(error);
        siblings.abort(new SiblingFailed('another piece of the work failed'));
        return undefined;
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  return results as unknown as T;
}

/** The same for many things of a kind, so many at a time; those not yet begun when one fails are not begun. */
export async function eachSideBySide<T>(
  items: readonly T[],
  atATime: number,
  signal: AbortSignal,
  work: (item: T, index: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const queue = items.entries();
  const worker = async (scope: AbortSignal): Promise<void> => {
    for (const [index, item] of queue) {
      scope.throwIfAborted();
      await work(item, index, scope);
    }
  };
  await sideBySide(
    signal,
    Array.from({ length: Math.min(atATime, items.length) }, () => worker),
  );
}
