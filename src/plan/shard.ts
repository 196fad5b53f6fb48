import { createHash } from 'node:crypto';
import type { Plan, PlannedTest } from './plan.ts';
import type { Shard, ShardOrigin } from './shard-origin.ts';

/** A part of a plan, and where it comes from. */
export interface ShardedPlan {
  readonly plan: Plan;
  readonly origin: ShardOrigin;
}

export type SharedOut =
  | ({ readonly kind: 'shard' } & ShardedPlan)
  /** There are fewer tests than shards, so some would be empty, and an empty run proves nothing. */
  | { readonly kind: 'too-many'; readonly tests: number };

/**
 * One shard of a plan. Every test in every cell is in exactly one shard, and the same plan, count and durations give
 * the same shards everywhere. Without durations, shards are equal parts in the plan's order, so that each cell is
 * booted in few of them. With durations (milliseconds, as far as known), the longest tests are assigned first, each to
 * the shard with the least work.
 */
export function shardPlan(
  whole: Plan,
  shard: Shard,
  durationOf: (planned: PlannedTest) => number | undefined = () => undefined,
): SharedOut {
  const { tests } = whole;
  if (tests.length < shard.count) return { kind: 'too-many', tests: tests.length };
  const known = tests.map(durationOf).filter((durationMs) => durationMs !== undefined);
  const owners =
    known.length === 0
      ? inEqualParts(tests.length, shard.count)
      : longestFirst(tests, { count: shard.count, durationOf, otherwiseMs: middle(known) });
  const own = tests.filter((_, position) => owners[position] === shard.index - 1);
  const cells = whole.cells.filter((cell) => own.some((test) => test.cell === cell));
  return {
    kind: 'shard',
    plan: { cells, tests: own },
    origin: { ...shard, plan: planDigest(whole), tests: tests.length },
  };
}

/** The same for the same tests in the same cells, in any order. */
export function planDigest({ tests }: Plan): string {
  const places = tests.map(({ id, cell }) => JSON.stringify([cell.id, id])).sort();
  return createHash('sha256').update(places.join('\n')).digest('hex');
}

function inEqualParts(tests: number, count: number): readonly number[] {
  return Array.from({ length: tests }, (_, position) => Math.floor((position * count) / tests));
}

interface Weighing {
  readonly count: number;
  readonly durationOf: (planned: PlannedTest) => number | undefined;
  readonly otherwiseMs: number;
}

function longestFirst(tests: readonly PlannedTest[], { count, durationOf, otherwiseMs }: Weighing): readonly number[] {
  // A duration of zero still counts a little, so that no shard stays empty.
  const weighed = tests.map((test, position) => ({
    position,
    key: `${test.cell.id}/${test.id}`,
    weight: Math.max(1, durationOf(test) ?? otherwiseMs),
  }));
  const order = weighed.sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
  const loads = Array.from({ length: count }, () => 0);
  const owners: number[] = [];
  for (const { position, weight } of order) {
    const least = loads.indexOf(Math.min(...loads));
    loads[least] = (loads[least] ?? 0) + weight;
    owners[position] = least;
  }
  return owners;
}

function middle(durations: readonly number[]): number {
  return [...durations].sort((a, b) => a - b)[Math.floor(durations.length / 2)] ?? 0;
}
