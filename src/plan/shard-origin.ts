/** Identifies a shard in results, so that a merge can tell whether all shards of a plan are there. */
export interface ShardOrigin extends Shard {
  /** Digest of the tests and cells of the whole plan; equal for all of its shards. */
  readonly plan: string;
  /** The number of tests in the whole plan, over all cells. */
  readonly tests: number;
}

/** A part of a plan: `2/3` is index 2 of 3. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}
