import type { Results } from '../../results/results.ts';
import { plainLine } from '../../text/escape-text.ts';
import { cellLabels } from './cell-labels.ts';

/** `Interrupted: 12 of 60 tests were not run`; undefined when the run was not interrupted. */
export function interruption({ interrupted, totals }: Results): string | undefined {
  if (interrupted === undefined) return undefined;
  const { length } = interrupted.notRun;
  return length === 0
    ? 'Interrupted before its end'
    : `Interrupted: ${length} of ${totals.tests} tests ${length === 1 ? 'was' : 'were'} not run`;
}

/** The tests that were not run, a limited number by name: `edu/probe (debian:6.1)`. */
export function notRunNames(
  { interrupted, cells }: Results,
  count: number,
): { readonly names: readonly string[]; readonly more: number } {
  const labels = cellLabels(cells);
  const all = interrupted?.notRun ?? [];
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
