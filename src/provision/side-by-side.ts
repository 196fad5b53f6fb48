import { setMaxListeners } from 'node:events';
import pLimit from 'p-limit';

/** Aborts work after a failure elsewhere. The other error is reported. */
class SiblingFailed extends Error {
  override readonly name = 'SiblingFailed';
}

type Works<T extends readonly unknown[]> = readonly [...{ [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> }];

/**
 * Does several things, at most so many at a time. The first failure aborts the others, and is thrown when all of them
 * have ended: nothing goes on or is begun any more, and nobody waits for what is of no use.
 * @throws what failed first; the signal's reason when it aborts.
 */
export async function sideBySide<T extends readonly unknown[]>(
  signal: AbortSignal,
  works: Works<T>,
  atATime = Infinity,
): Promise<T> {
  const limit = pLimit(atATime);
  const siblings = new AbortController();
  const scope = AbortSignal.any([signal, siblings.signal]);
  // One listener per piece of work, however many there are.
  setMaxListeners(0, scope);
  const failures: unknown[] = [];
  // Within the limit, so that a failure is known before the next one is begun.
  const attempt = async (work: Works<T>[number]): Promise<unknown> => {
    try {
      scope.throwIfAborted();
      return await work(scope);
    } catch (error) {
      failures.push(error);
      siblings.abort(new SiblingFailed('another piece of the work failed'));
      return undefined;
    }
  };
  const results = await Promise.all(works.map((work) => limit(attempt, work)));
  if (failures.length > 0) throw failures[0];
  return results as unknown as T;
}

/** Lets so much of what several do side by side happen at a time, in the order in which it is asked for. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

export function takeTurns(atATime: number): Turns {
  const limit = pLimit(Math.max(1, atATime));
  return async (work) => await limit(work);
}

/** `sideBySide` for many things of a kind. */
export async function eachSideBySide<T>(
  items: readonly T[],
  atATime: number,
  signal: AbortSignal,
  work: (item: T, index: number, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const works = items.map((item, index) => (scope: AbortSignal) => work(item, index, scope));
  await sideBySide(signal, works, atATime);
}
