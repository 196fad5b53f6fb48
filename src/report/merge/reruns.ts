import { placeOf, type MergeInput } from './merge-input.ts';

/** Results of which each test counts once. */
export interface WithoutReruns {
  /** In their order. */
  readonly inputs: readonly MergeInput[];
  /** What was counted in place of what. */
  readonly notes: readonly string[];
}

/**
 * Results of the same shard, or without shards of the same tests in the same cells, are runs of the same thing: the one
 * that began last counts. That is what running a failed job again asks for; what the earlier ones said is told.
 */
export function dropReruns(inputs: readonly MergeInput[]): WithoutReruns {
  const groups = new Map<string, MergeInput[]>();
  for (const input of inputs) {
    const key = identityOf(input);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [input]);
    else group.push(input);
  }
  const kept = new Set<MergeInput>();
  const notes: string[] = [];
  for (const group of groups.values()) {
    const last = group.reduce((latest, input) =>
      Date.parse(input.results.startedAt) > Date.parse(latest.results.startedAt) ? input : latest,
    );
    kept.add(last);
    for (const earlier of group)
      if (earlier !== last)
        notes.push(
          `${last.name} is a later run of what ${earlier.name} ran, and counts in its place; there, ${said(earlier)}.`,
        );
  }
  return { inputs: inputs.filter((input) => kept.has(input)), notes };
}

function identityOf({ results: { shard, tests } }: MergeInput): string {
  if (shard !== undefined) return JSON.stringify([shard.plan, shard.count, shard.index]);
  return JSON.stringify(tests.map(placeOf).sort());
}

function said({ results: { totals } }: MergeInput): string {
  return totals.notOk === 0
    ? `all ${totals.tests} tests were as expected`
    : `${totals.notOk} of ${totals.tests} tests were not as expected`;
}
