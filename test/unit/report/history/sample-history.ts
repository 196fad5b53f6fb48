import { type BranchView, mainBranch, viewBranch } from '../../../../src/report/history/branch-view.ts';
import { encodeHistory } from '../../../../src/report/history/encode-history.ts';
import { foldHistory } from '../../../../src/results/history/fold-history.ts';
import type { HistoryRecord } from '../../../../src/results/history/history-record.ts';

/** A run of one day: by cell, then by test, its letter. */
export interface Day {
  readonly day: number;
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly changes?: Partial<HistoryRecord>;
  /** How long every test took. */
  readonly durationMs?: number;
}

/** A commit id that names its day: `0000012…`. */
export function commitOf(day: number): string {
  return String(day).padStart(7, '0').padEnd(40, '0');
}

export function record({ day, outcomes, changes = {}, durationMs = 1000 }: Day): HistoryRecord {
  const tests = [...new Set(Object.values(outcomes).flatMap((byTest) => Object.keys(byTest)))];
  return {
    schema: 'qemu-driver-test/history/1',
    tool: { version: '0.1.0' },
    commit: commitOf(day),
    branch: 'main',
    startedAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
    durationMs: 10_000,
    accelerator: 'tcg',
    tests,
    cells: Object.entries(outcomes).map(([kernel, byTest]) => ({
      id: `${kernel.replace(':', '-')}-small`,
      kernel,
      release: `${kernel.replace('debian:', '')}.0-amd64`,
      machine: 'small',
      outcomes: tests.map((test) => byTest[test] ?? '.').join(''),
      durationsMs: tests.map(() => durationMs),
    })),
    ...changes,
  };
}

/** Runs of one test in one cell, a letter a day; a space: no run at all. */
export function daysOf(letters: string, changes: Partial<HistoryRecord> = {}): HistoryRecord[] {
  return [...letters.matchAll(/./g)].flatMap(([letter], day) =>
    letter === ' ' ? [] : [record({ day, outcomes: { 'debian:6.1': { 'edu/dma': letter } }, changes })],
  );
}

/** Records as the page shows them: the main branch. */
export function viewOf(records: readonly HistoryRecord[]): BranchView {
  const data = encodeHistory(foldHistory(records), '0.1.0');
  return viewBranch(data, mainBranch(data));
}
