/** What results say of the shard that they are: enough to know, of several, whether together they are all. */
export interface ShardOrigin extends Shard {
  /** Digest of the tests and cells of the whole plan: the same for all shards of it. */
  readonly plan: string;
  /** How many tests the whole plan has, over all cells. */
  readonly tests: number;
}

/** Which part of a plan: `2/3` is index 2 of 3. */
export interface Shard {
  /** Counted from 1. */
  readonly index: number;
  readonly count: number;
}
