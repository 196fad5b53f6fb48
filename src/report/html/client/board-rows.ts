import type { PageData } from '../page-data.ts';

export interface BoardRow {
  /** The test's name without its suite. */
  readonly name: string;
  /** Index of the test of each cell; undefined where it was not run. */
  readonly tests: readonly (number | undefined)[];
}

export interface SuiteRows {
  readonly suite: string;
  readonly rows: readonly BoardRow[];
}

/** The tests as a table: suites, their tests in order of appearance, a place for each cell. */
export function boardRows({ cells, tests }: PageData): readonly SuiteRows[] {
  const suites = new Map<string, Map<string, (number | undefined)[]>>();
  for (const [index, { id, cell }] of tests.entries()) {
    const slash = id.indexOf('/');
    const [suite, name] = [id.slice(0, slash), id.slice(slash + 1)];
    const rows = suites.get(suite) ?? new Map<string, (number | undefined)[]>();
    suites.set(suite, rows);
    const row = rows.get(name) ?? cells.map(() => undefined);
    rows.set(name, row);
    row[cell] = index;
  }
  return [...suites].map(([suite, rows]) => ({ suite, rows: [...rows].map(([name, row]) => ({ name, tests: row })) }));
}
