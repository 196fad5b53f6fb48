import { it } from 'vitest';

/**
 * How much of the test matrix runs (kernels, start modes, signals): the gate runs one row of each kind; `npm run
 * test:full`, which runs every night, runs all.
 */
const isFull = process.env['QDT_TEST_SCOPE'] === 'full';

/** The gate's rows, and the additional rows of a full run. */
export function inScope<Row>(gate: readonly Row[], besides: readonly Row[]): readonly Row[] {
  return isFull ? [...gate, ...besides] : gate;
}

/** A test for the nightly run only. The gate covers the same behaviour in less time elsewhere. */
export const nightlyIt: (title: string, test: () => void | Promise<void>) => void = isFull ? it : () => undefined;
