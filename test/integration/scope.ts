import { it } from 'vitest';

/**
 * How much of the crosses runs (kernels, ways of starting, signals): the gate takes one row of each kind, `npm run
 * test:full`, which runs every night, takes all.
 */
const isFull = process.env['QDT_TEST_SCOPE'] === 'full';

/** What the gate runs, and what is run besides when everything is. */
export function inScope<Row>(gate: readonly Row[], besides: readonly Row[]): readonly Row[] {
  return isFull ? [...gate, ...besides] : gate;
}

/** A test that the gate leaves to the night: what it looks at is seen elsewhere in the gate, too, in less time. */
export const nightlyIt: (title: string, test: () => void | Promise<void>) => void = isFull ? it : () => undefined;
