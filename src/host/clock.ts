/** Wall clock. Durations are measured with `performance.now()`, which does not jump. */
export function now(): Date {
  return new Date();
}
