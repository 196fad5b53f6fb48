/** The median; for an even number of values, the mean of the two in the middle. @throws Error without values */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('expected at least one measurement, found none');
  return (lower + upper) / 2;
}

/** The summary of a series of measurements. Noise only adds time, so the minimum shows the work itself. */
export interface Spread {
  readonly median: number;
  readonly least: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values) };
}
