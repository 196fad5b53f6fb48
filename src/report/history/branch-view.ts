import { decodeRuns } from '../../results/history/run-lengths.ts';
import type { DataCrash, HistoryData } from './history-data.ts';

/** The history of one branch. Positions count its own commits, the oldest first. */
export interface BranchView {
  readonly data: HistoryData;
  readonly branch: number;
  readonly commits: readonly ViewCommit[];
  readonly rows: readonly ViewRow[];
  readonly crashes: readonly ViewCrash[];
}

export interface ViewCommit {
  readonly id: string;
  /** Absent when it is not known. */
  readonly address?: string;
  readonly startedMs: number;
  readonly runs: number;
  readonly accelerator: string;
}

export interface ViewRow {
  /** `suite/test`. */
  readonly test: string;
  readonly cell: number;
  /** One letter a commit. */
  readonly letters: string;
  /** How long it took at a commit; undefined: unknown, or not run. */
  readonly msAt: (position: number) => number | undefined;
}

export interface ViewCrash {
  readonly crash: DataCrash;
  /** Positions of the first and the last commit that it was seen at. */
  readonly first: number;
  readonly last: number;
  /** At how many commits. */
  readonly count: number;
}

const usualNames: readonly string[] = ['main', 'master', 'trunk'];

/** The branch to show first: the main one by its name, or else the one with most commits. */
export function mainBranch({ branches, branchOf }: HistoryData): number {
  const usual = usualNames.map((name) => branches.indexOf(name)).find((index) => index >= 0);
  if (usual !== undefined) return usual;
  const counts = branches.map((_, branch) => branchOf.reduce((sum, of) => sum + (of === branch ? 1 : 0), 0));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}

export function viewBranch(data: HistoryData, branch: number): BranchView {
  const count = data.commits.length;
  const indices = data.branchOf.flatMap((of, index) => (of === branch ? [index] : []));
  const startedMs = sumsOf(data.seconds).map((seconds) => seconds * 1000);
  const accelerators = decodeRuns(data.accelerators, count);
  return {
    data,
    branch,
    commits: indices.map((index) => viewCommit(data, index, { startedMs, accelerators })),
    rows: data.rows.map(({ test, cell, letters, lastMs }) => {
      const all = decodeRuns(letters, count);
      return {
        test: data.tests[test] ?? '',
        cell,
        letters: indices.length === count ? all : indices.map((index) => all.charAt(index)).join(''),
        msAt: (position) => lastMs[(indices[position] ?? 0) - count + lastMs.length] || undefined,
      };
    }),
    crashes: viewCrashes(data, indices),
  };
}

interface PerCommit {
  readonly startedMs: readonly number[];
  readonly accelerators: string;
}

function viewCommit(data: HistoryData, index: number, { startedMs, accelerators }: PerCommit): ViewCommit {
  const id = data.commits[index] ?? '';
  const prefix = data.addresses[data.addressOf[index] ?? -1];
  return {
    id,
    ...(prefix === undefined ? {} : { address: `${prefix}${id}` }),
    startedMs: startedMs[index] ?? 0,
    runs: data.runs[index] ?? 1,
    accelerator: accelerators.charAt(index),
  };
}

function viewCrashes({ crashes }: HistoryData, indices: readonly number[]): readonly ViewCrash[] {
  const positions = new Map(indices.map((index, position) => [index, position]));
  return crashes
    .flatMap((crash) => {
      const seen = sumsOf(crash.steps).flatMap((index) => positions.get(index) ?? []);
      const [first, last] = [seen[0], seen.at(-1)];
      return first === undefined || last === undefined ? [] : [{ crash, first, last, count: seen.length }];
    })
    .sort((a, b) => b.last - a.last || b.count - a.count);
}

function sumsOf(steps: readonly number[]): readonly number[] {
  let sum = 0;
  return steps.map((step) => (sum += step));
}
