import type { Results } from '../results.ts';

/** Results to be merged. */
export interface MergeInput {
  /** What the user calls them: the directory. */
  readonly name: string;
  readonly results: Results;
}

export function nameOfShard(index: number, count: number, cells: readonly string[]): string {
  return `shard ${index} of ${count}${cells.length === 0 ? '' : ` (${cells.slice(0, 3).join(', ')}${cells.length > 3 ? ', …' : ''})`}`;
}

/** Where a test was run, as one word. */
export function placeOf({ id, cell }: { readonly id: string; readonly cell: string }): string {
  return `${cell}/${id}`;
}
