import { type HistoryKind, isBad, isGood, kindOfLetter, timedCommits } from '../../results/history/letters.ts';
import type { BranchView, ViewRow } from './branch-view.ts';

/** A test that was not run for so many commits is gone, or renamed: nothing is said of it. */
const currentCommits = 30;

/** The rows of tests that still exist. */
export function currentRows({ rows }: BranchView): readonly ViewRow[] {
  return rows.filter(({ letters }) => /[^.]/.test(letters.slice(-currentCommits)));
}

/** A test that is not as expected now. */
export interface Broken {
  readonly row: ViewRow;
  /** Position of the first commit since which it never was as expected. */
  readonly since: number;
  /** Position of the last commit where it was; undefined: it never was. */
  readonly lastGood: number | undefined;
  readonly letter: string;
}

/** Commits where a test was not run, or was both, prove nothing: they are passed over. */
export function brokenRows(view: BranchView): readonly Broken[] {
  return currentRows(view)
    .flatMap((row) => brokenIn(row) ?? [])
    .sort((a, b) => b.since - a.since);
}

function brokenIn(row: ViewRow): Broken | undefined {
  let since: number | undefined;
  let letter = '';
  for (let at = row.letters.length - 1; at >= 0; at--) {
    const here = row.letters.charAt(at);
    if (isGood(here)) return since === undefined ? undefined : { row, since, lastGood: at, letter };
    if (!isBad(here)) continue;
    if (since === undefined) letter = here;
    since = at;
  }
  return since === undefined ? undefined : { row, since, lastGood: undefined, letter };
}

/** A test that changes without a lasting reason. */
export interface Flaky {
  readonly row: ViewRow;
  /** Of `judged`. */
  readonly count: number;
  readonly judged: number;
  /** Position of the last such commit. */
  readonly last: number;
}

/** How many commits a rate is of. */
export const flakyCommits = 100;
/** A failure that lasts longer was more likely a bug that somebody repaired. */
const shortFailure = 2;

/**
 * Flaky at a commit: its runs disagreed, or the test failed at one or two commits between two where it did not. Such a
 * failure alone may have been a real one, so a test is listed from the second on.
 */
export function flakyRows(view: BranchView): readonly Flaky[] {
  return currentRows(view)
    .flatMap((row) => flakyIn(row) ?? [])
    .sort((a, b) => b.count / b.judged - a.count / a.judged || b.last - a.last);
}

function flakyIn(row: ViewRow): Flaky | undefined {
  const from = Math.max(0, row.letters.length - flakyCommits);
  let [judged, count, mixed, last] = [0, 0, 0, 0];
  let streak: number[] | undefined;
  for (let at = from; at < row.letters.length; at++) {
    const letter = row.letters.charAt(at);
    if (letter === '.') continue;
    judged++;
    if (isGood(letter)) {
      if (streak !== undefined && streak.length > 0 && streak.length <= shortFailure) {
        count += streak.length;
        last = Math.max(last, streak.at(-1) ?? 0);
      }
      streak = [];
    } else if (isBad(letter)) streak?.push(at);
    else [mixed, count, last] = [mixed + 1, count + 1, at];
  }
  return mixed > 0 || count > 1 ? { row, count, judged, last } : undefined;
}

/** A test that takes longer than it did. */
export interface Slower {
  readonly row: ViewRow;
  readonly lastMs: number;
  readonly medianMs: number;
  readonly ratio: number;
}

/** Fewer earlier durations say nothing. */
const minEarlier = 5;
const maxEarlier = 30;
const minRatio = 1.5;
/** Less is noise of the host. */
const minMoreMs = 300;

/** The last duration against the median of up to 30 earlier ones, only as expected, only with the same accelerator. */
export function slowerRows(view: BranchView): readonly Slower[] {
  return currentRows(view)
    .flatMap((row) => slowerIn(row, view) ?? [])
    .sort((a, b) => b.ratio - a.ratio);
}

function slowerIn(row: ViewRow, { commits }: BranchView): Slower | undefined {
  const from = Math.max(0, commits.length - timedCommits);
  const all = commits.slice(from).flatMap(({ accelerator }, index) => {
    const at = from + index;
    const ms = isGood(row.letters.charAt(at)) ? row.msAt(at) : undefined;
    return ms === undefined ? [] : [{ ms, accelerator }];
  });
  const newest = all.at(-1);
  if (newest === undefined) return undefined;
  const same = all.filter(({ accelerator }) => accelerator === newest.accelerator).map(({ ms }) => ms);
  const earlier = same.slice(0, -1).slice(-maxEarlier);
  if (earlier.length < minEarlier) return undefined;
  const medianMs = medianOf(earlier);
  const ratio = newest.ms / medianMs;
  return ratio >= minRatio && newest.ms - medianMs >= minMoreMs
    ? { row, lastMs: newest.ms, medianMs, ratio }
    : undefined;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** The last verdict on a test; `not run`: there is none. */
export function lastKind({ letters }: ViewRow): HistoryKind {
  return kindOfLetter(/([^.])\.*$/.exec(letters.slice(-currentCommits))?.[1] ?? '.');
}
