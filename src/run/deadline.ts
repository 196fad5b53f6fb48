/** Settles with `value` after a time, unless it is cancelled first; then it never settles. */
export interface Deadline<T> {
  readonly passed: Promise<T>;
  readonly cancel: () => void;
}

/** A longer timer would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

export function startDeadline<T>(afterMs: number, value: () => T | Promise<T>): Deadline<T> {
  let isCancelled = false;
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<T>((resolve, reject) => {
    const pass = (): void => {
      if (isCancelled) return;
      try {
        resolve(value());
      } catch (error) {
        // Whoever waits for the deadline learns of it; thrown here, it would end the process.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    // What has arrived by now is read first: a process that was busy for a while must not blame the guest.
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = (): void => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
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

/** Nothing waits for a pause alone: when everything else has ended, so does the process. */
export function pause(durationMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
