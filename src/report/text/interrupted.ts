import { testsNotRun } from '../../results/not-run.ts';
import type { Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cellLabels } from './cell-labels.ts';

/** `Interrupted: 12 of 60 tests were not run`; undefined when the run came to its end. */
export function interruption({ interrupted, bail, totals }: Results): string | undefined {
  const missing = (count: number): string =>
    `${count} of ${totals.tests} tests ${count === 1 ? 'was' : 'were'} not run`;
  if (interrupted !== undefined)
    return interrupted.notRun.length === 0
      ? 'Interrupted before its end'
      : `Interrupted: ${missing(interrupted.notRun.length)}`;
  if (bail === undefined) return undefined;
  const failures = bail.failures === 1 ? '1 failure' : `${bail.failures} failures`;
  return `Stopped after ${failures}: ${missing(bail.notRun.length)}`;
}

/** The tests that were not run, a limited number by name: `edu/probe (debian:6.1)`. */
export function notRunNames(
  results: Results,
  count: number,
): { readonly names: readonly string[]; readonly more: number } {
  const labels = cellLabels(results.cells);
  const all = testsNotRun(results);
  const names = all.slice(0, count).map(({ id, cell }) => {
    const label = labels.get(cell) ?? plainLine(cell);
    return label === '' ? plainLine(id) : `${plainLine(id)} (${label})`;
  });
  return { names, more: all.length - names.length };
}

/** The damaged parts of the record, in a limited number of sentences. */
export function damageWords({ interrupted }: Results, count: number): readonly string[] {
  const all = (interrupted?.damage ?? []).map((problem) => `damaged: ${plainLine(problem)}`);
  return all.length <= count
    ? all
    : [...all.slice(0, count), `and ${all.length - count} more lines of the record are damaged`];
}
