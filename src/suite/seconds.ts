/** A duration as a person writes it. */
export type Seconds =
  | { readonly kind: 'duration'; readonly durationMs: number }
  /** `reason` completes a sentence that ends in what was found. */
  | { readonly kind: 'problem'; readonly reason: string };

const longestSeconds = 7 * 24 * 60 * 60;

/** Parses a positive number of seconds, decimals allowed, of at most a week: `info/timeout` and `--timeout`. */
export function parseSeconds(text: string): Seconds {
  if (!/^\d+(?:\.\d+)?$/.test(text))
    return { kind: 'problem', reason: 'expected a number of seconds above 0, such as 60 or 2.5' };
  const seconds = Number(text);
  if (seconds > longestSeconds)
    return { kind: 'problem', reason: `expected at most ${longestSeconds} seconds (a week)` };
  const durationMs = Math.round(seconds * 1000);
  if (durationMs === 0) return { kind: 'problem', reason: 'expected at least 0.001 seconds' };
  return { kind: 'duration', durationMs };
}
