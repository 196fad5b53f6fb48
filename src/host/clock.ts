/** Wall clock. Durations are measured with `performance.now()`, which does not jump. */
export function now(): Date {
  return new Date();
}

/**
 * Microseconds on the host's monotonic clock: since boot, so that what several processes of the host write down can be
 * put in order.
 */
export function monotonicUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
