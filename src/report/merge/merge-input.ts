import type { Results } from '../results.ts';

/** Results to be merged. */
export interface MergeInput {
  /** What the user calls them: the directory. */
  readonly name: string;
  readonly results: Results;
}

/** Its place among all of its plan, in words; undefined: it is no shard. */
export function shardName({ results: { shard, cells } }: MergeInput): string | undefined {
  return shard === undefined ? undefined : nameOfShard(shard.index, shard.count, cells.map(({ id }) => id));
}

export function nameOfShard(index: number, count: number, cells: readonly string[]): string {
  return `shard ${index} of ${count}${cells.length === 0 ? '' : ` (${cells.slice(0, 3).join(', ')}${cells.length > 3 ? ', …' : ''})`}`;
}

/** Where a test was run, as one word. */
export function placeOf({ id, cell }: { readonly id: string; readonly cell: string }): string {
  return `${cell}/${id}`;
}
