import { setMaxListeners } from 'node:events';

/** Aborts work after a failure elsewhere. The other error is reported. */
class SiblingFailed extends Error {
  override readonly name = 'SiblingFailed';
}

type Works<T extends readonly unknown[]> = readonly [...{ [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> }];

/**
 * Does several things at a time. The first failure aborts the others, and is thrown when all of them have ended, so
 * that nothing goes on in the background. @throws the first failure @throws the signal's reason when it aborts
 */
export async function sideBySide<T extends readonly unknown[]>(signal: AbortSignal, works: Works<T>): Promise<T> {
  const siblings = new AbortController();
  const scope = AbortSignal.any([signal, siblings.signal]);
  // One listener per piece of work, however many there are.
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

/** The same for many equal items, with a limit at a time. After a failure no further ones are started. */
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
