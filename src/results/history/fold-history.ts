import { bounds } from '../../bounds/bounds.ts';
import { inOrder } from './in-order.ts';
import { foldCoverage, foldCrashes, type FoldedCoverage, type FoldedCrash } from './fold-extras.ts';
import { type CommitRuns, groupByCommit, type HistoryRecord } from './history-record.ts';
import { joinLetters, letterOfKind, timedCommits } from './letters.ts';

/** One commit on one branch, whatever number of runs it had. */
export interface FoldedCommit {
  readonly commit: string;
  readonly branch: string;
  readonly commitsAt: string | undefined;
  /** When it was first run, in milliseconds since 1970. */
  readonly startedMs: number;
  readonly accelerator: 'kvm' | 'tcg';
  readonly runs: number;
}

export interface FoldedCell {
  readonly id: string;
  readonly kernel: string;
  /** The newest that was run. */
  readonly release: string;
  readonly machine: string;
}

/** One test in one cell. */
export interface FoldedRow {
  readonly test: string;
  /** Index of the cell. */
  readonly cell: number;
  /** One letter a commit, in the order of `commits`. */
  readonly letters: string;
  /** The last of the commits only: how long it took at each, in milliseconds; 0: unknown. */
  readonly lastMs: readonly number[];
}

export interface FoldedHistory {
  /** By the time of their first run: the oldest first. */
  readonly commits: readonly FoldedCommit[];
  readonly cells: readonly FoldedCell[];
  readonly rows: readonly FoldedRow[];
  readonly crashes: readonly FoldedCrash[];
  readonly coverage: readonly FoldedCoverage[];
  /** What was left out. */
  readonly notes: readonly string[];
}

/** Puts runs together: the result does not depend on their order. */
export function foldHistory(
  records: readonly HistoryRecord[],
  maxCommits: number = bounds.history.columns,
): FoldedHistory {
  const all = groupByCommit(records);
  const groups = all.slice(-maxCommits);
  const cells = foldCells(groups);
  const { rows, leftOut } = foldRows(groups, cells);
  const notes = [
    ...(all.length > groups.length ? [`The oldest ${all.length - groups.length} commits are not shown.`] : []),
    ...(leftOut > 0 ? [`${leftOut} tests in cells are not shown: those that were run longest ago.`] : []),
  ];
  return {
    commits: groups.map(commitOf),
    cells: cells.list,
    rows,
    crashes: foldCrashes(groups),
    coverage: foldCoverage(groups),
    notes,
  };
}

function commitOf(runs: CommitRuns): FoldedCommit {
  const [newest] = runs;
  const oldest = runs.at(-1) ?? newest;
  return {
    commit: newest.commit,
    branch: newest.branch ?? '',
    commitsAt: runs.find(({ commitsAt }) => commitsAt !== undefined)?.commitsAt,
    startedMs: Date.parse(oldest.startedAt),
    accelerator: newest.accelerator,
    runs: runs.length,
  };
}

interface Cells {
  readonly list: readonly FoldedCell[];
  readonly indexOf: ReadonlyMap<string, number>;
}

/** Sorted by id, as the tests are: their order in the results may change with every run. */
function foldCells(groups: readonly CommitRuns[]): Cells {
  const byId = new Map<string, FoldedCell>();
  for (const runs of groups)
    for (const { cells } of runs.toReversed())
      for (const { id, kernel, release, machine } of cells) byId.set(id, { id, kernel, release, machine });
  const list = [...byId.values()].sort((a, b) => inOrder(a.id, b.id));
  return { list, indexOf: new Map(list.map(({ id }, index) => [id, index])) };
}

interface GrowingRow {
  readonly test: string;
  readonly cell: number;
  /** Letters by index of the commit. */
  readonly letters: Uint8Array;
  readonly lastMs: number[];
}

const notRun = letterOfKind['not run'];

/** From the newest commit on, so that old tests are left out if there are too many. */
function foldRows(
  groups: readonly CommitRuns[],
  { indexOf }: Cells,
): { readonly rows: readonly FoldedRow[]; readonly leftOut: number } {
  const rows = new Map<string, GrowingRow>();
  const leftOut = new Set<string>();
  const firstTimed = Math.max(0, groups.length - timedCommits);
  for (let at = groups.length - 1; at >= 0; at--) {
    for (const { key, test, cell, letters, durationMs } of slotsOf(groups[at] ?? [])) {
      const row = rows.get(key) ?? newRow(test, indexOf.get(cell) ?? 0, groups.length);
      if (!rows.has(key) && rows.size >= bounds.history.shownRows) {
        if (leftOut.size < bounds.history.rows) leftOut.add(key);
        continue;
      }
      rows.set(key, row);
      row.letters[at] = joinLetters(letters).charCodeAt(0);
      if (at >= firstTimed) row.lastMs[at - firstTimed] = durationMs;
    }
  }
  const list = [...rows.values()].sort((a, b) => inOrder(a.test, b.test) || a.cell - b.cell);
  return { rows: list.map((row) => finished(row, groups.length - firstTimed)), leftOut: leftOut.size };
}

function newRow(test: string, cell: number, commits: number): GrowingRow {
  return { test, cell, letters: new Uint8Array(commits).fill(notRun.charCodeAt(0)), lastMs: [] };
}

function finished({ test, cell, letters, lastMs }: GrowingRow, timed: number): FoldedRow {
  return {
    test,
    cell,
    letters: new TextDecoder().decode(letters),
    lastMs: Array.from({ length: timed }, (_, index) => lastMs[index] ?? 0),
  };
}

interface Slot {
  readonly key: string;
  readonly test: string;
  readonly cell: string;
  /** Of all runs, the newest first. */
  readonly letters: string[];
  /** Of the newest run that has the test. */
  readonly durationMs: number;
}

function slotsOf(runs: readonly HistoryRecord[]): Iterable<Slot> {
  const slots = new Map<string, Slot>();
  for (const { tests, cells } of runs)
    for (const { id, outcomes, durationsMs } of cells)
      for (const [index, test] of tests.entries()) {
        const letter = outcomes.charAt(index);
        if (letter === notRun) continue;
        const key = `${id}/${test}`;
        const slot = slots.get(key);
        if (slot !== undefined) slot.letters.push(letter);
        else slots.set(key, { key, test, cell: id, letters: [letter], durationMs: durationsMs[index] ?? 0 });
      }
  return slots.values();
}
