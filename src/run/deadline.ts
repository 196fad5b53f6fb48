/** Settles with `value` after a time, unless it is cancelled first; then it never settles. */
export interface Deadline<T> {
  readonly passed: Promise<T>;
  readonly cancel: () => void;
}

export function startDeadline<T>(afterMs: number, value: () => T | Promise<T>): Deadline<T> {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(value()), afterMs);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

/** Waits for a promise, but not longer than this. */
export async function atMost(promise: Promise<unknown>, limitMs: number): Promise<'settled' | 'late'> {
  const deadline = startDeadline(limitMs, () => 'late' as const);
  try {
    return await Promise.race([promise.then(() => 'settled' as const), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}
