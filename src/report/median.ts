/** The middle of some durations, in milliseconds; undefined when there are none. */
export function medianMs(durationsMs: readonly number[]): number | undefined {
  return durationsMs.toSorted((a, b) => a - b)[Math.floor((durationsMs.length - 1) / 2)];
}
