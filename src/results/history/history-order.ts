import type { HistoryRecord } from './history-record.ts';

/** The runs of a commit, the newest first. */
export type CommitRuns = readonly [HistoryRecord, ...HistoryRecord[]];

/** The runs of each commit on each branch, by the time of their first run. */
export function groupByCommit(records: readonly HistoryRecord[]): readonly CommitRuns[] {
  // Equal times happen: the text decides, so that the order of the files does not.
  const keyed = records.map((record) => ({ record, key: `${record.startedAt}\0${JSON.stringify(record)}` }));
  keyed.sort((a, b) => Date.parse(a.record.startedAt) - Date.parse(b.record.startedAt) || (a.key < b.key ? -1 : 1));
  const groups = new Map<string, [HistoryRecord, ...HistoryRecord[]]>();
  for (const { record } of keyed) {
    const key = JSON.stringify([record.commit, record.branch ?? '']);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.unshift(record);
  }
  return [...groups.values()];
}

const collator = new Intl.Collator('en', { numeric: true });

/** `debian-6.12` is after `debian-6.1`, and names that differ in case only have an order, too. */
export function inOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
