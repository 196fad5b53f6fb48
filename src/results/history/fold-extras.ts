import { bounds } from '../../bounds/bounds.ts';
import type { CommitRuns } from './history-record.ts';

/** A kernel bug over all commits. */
export interface FoldedCrash {
  readonly fingerprint: string;
  readonly title: string;
  /** Indices of the commits that it was seen at, ascending. */
  readonly commits: readonly number[];
  /** Where it was seen last: cell ids and test names. */
  readonly cells: readonly string[];
  readonly tests: readonly string[];
}

/** A figure over all commits; commits where it did not change are left out. */
export interface FoldedCoverage {
  readonly name: string;
  readonly points: readonly CoveragePoint[];
}

export interface CoveragePoint {
  /** Index of the commit. */
  readonly commit: number;
  readonly touched: number;
  readonly all: number;
}

const maxPlaces = 20;
/** Commits of one bug, and changes of one figure. A bug keeps the first commit and the last ones. */
const maxCommits = 5000;
const maxPoints = 200;

interface GrowingCrash {
  readonly fingerprint: string;
  readonly title: string;
  readonly newestFirst: number[];
  readonly cells: Set<string>;
  readonly tests: Set<string>;
}

/** From the newest commit on: the bugs that were not seen for longest are left out if there are too many. */
export function foldCrashes(groups: readonly CommitRuns[]): readonly FoldedCrash[] {
  const found = new Map<string, GrowingCrash>();
  for (let at = groups.length - 1; at >= 0; at--)
    for (const { crashes = [], cells, tests } of groups[at] ?? [])
      for (const { fingerprint, title, cells: inCells, tests: inTests } of crashes) {
        const known = found.get(fingerprint);
        if (known === undefined && found.size >= bounds.history.crashes) continue;
        const crash = known ?? { fingerprint, title, newestFirst: [], cells: new Set(), tests: new Set() };
        found.set(fingerprint, crash);
        addOlder(crash.newestFirst, at);
        if (crash.newestFirst[0] !== at) continue;
        addNames(crash.cells, inCells, (index) => cells[index]?.id);
        addNames(crash.tests, inTests, (index) => tests[index]);
      }
  return [...found.values()].map(({ fingerprint, title, newestFirst, cells, tests }) => ({
    fingerprint,
    title,
    commits: newestFirst.toReversed(),
    cells: [...cells].sort(),
    tests: [...tests].sort(),
  }));
}

function addOlder(newestFirst: number[], at: number): void {
  if (newestFirst.at(-1) === at) return;
  if (newestFirst.length >= maxCommits) newestFirst.pop();
  newestFirst.push(at);
}

function addNames(names: Set<string>, indices: readonly number[], nameOf: (index: number) => string | undefined): void {
  for (const index of indices) {
    if (names.size >= maxPlaces) return;
    const name = nameOf(index);
    if (name !== undefined) names.add(name);
  }
}

/** Of several runs of a commit, the one that touched most counts: a shard touches less than the whole. */
export function foldCoverage(groups: readonly CommitRuns[]): readonly FoldedCoverage[] {
  const figures = new Map<string, CoveragePoint[]>();
  for (const [commit, runs] of groups.entries()) {
    const best = new Map<string, CoveragePoint>();
    for (const { coverage = [] } of runs)
      for (const { name, touched, all } of coverage)
        if (touched > (best.get(name)?.touched ?? -1)) best.set(name, { commit, touched, all });
    for (const [name, point] of best) {
      const points = figures.get(name) ?? [];
      if (figures.size >= bounds.history.crashes && !figures.has(name)) continue;
      figures.set(name, points);
      const before = points.at(-1);
      if (before?.touched !== point.touched || before.all !== point.all) points.push(point);
    }
  }
  return [...figures].map(([name, points]) => ({ name, points: points.slice(-maxPoints) }));
}
