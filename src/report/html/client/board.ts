import type { PageData } from '../page-data.ts';
import { kindOf, kindSigns, wordsOf } from '../page-filter.ts';
import { element } from './element.ts';
import { cellLabel, type Page } from './page.ts';
import { duration } from './top.ts';

export interface BoardRow {
  /** The test's name without its suite. */
  readonly name: string;
  /** For each cell the index of its test; undefined where it was not run. */
  readonly tests: readonly (number | undefined)[];
}

export interface SuiteRows {
  readonly suite: string;
  readonly rows: readonly BoardRow[];
}

/** The tests as a table: suites and their tests in order of appearance, with a slot per cell. */
function boardRows({ cells, tests }: PageData): readonly SuiteRows[] {
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

/** Cells across, tests down, one tile each. */
export interface Board {
  readonly element: HTMLElement;
  /** Hides all tests except these. */
  readonly show: (tests: ReadonlySet<number>) => void;
  /** Marks the test that is being read. */
  readonly mark: (test: number | undefined) => void;
  /** The visible tests, row by row. */
  readonly inOrder: () => readonly number[];
}

export function createBoard(page: Page): Board {
  const { data } = page;
  const tiles = data.tests.map((_, index) => createTile(data, index));
  const rows = boardRows(data);
  const groups = rows.map(({ suite, rows: own }) => ({
    head: suiteRow(suite, data),
    own,
    made: own.map((row) => testRow(row, { page, tiles })),
  }));
  const table = element(
    'table',
    {},
    element('thead', {}, headRow(data)),
    ...groups.map(({ head, made }) => element('tbody', {}, head, ...made)),
  );
  let shown: ReadonlySet<number> = new Set(data.tests.keys());
  let marked: HTMLElement | undefined;
  table.addEventListener('click', ({ target }) => {
    const index = target instanceof HTMLElement ? target.dataset['test'] : undefined;
    if (index !== undefined) page.open({ kind: 'test', test: Number(index) });
  });
  table.addEventListener('keydown', (event) => moveBetweenTiles(event));
  return {
    element: element('nav', { class: 'board', 'aria-label': 'Tests, by cell' }, table),
    show: (tests) => {
      shown = tests;
      for (const [index, tile] of tiles.entries()) tile.disabled = !tests.has(index);
      for (const { head, own, made } of groups) {
        for (const [position, row] of own.entries())
          hide(made[position], !row.tests.some((index) => index !== undefined && tests.has(index)));
        hide(
          head,
          made.every(({ hidden }) => hidden),
        );
      }
    },
    mark: (test) => {
      marked?.removeAttribute('aria-current');
      marked = test === undefined ? undefined : tiles[test];
      marked?.setAttribute('aria-current', 'true');
      marked?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
    inOrder: () =>
      rows.flatMap(({ rows: own }) =>
        own.flatMap((row) => row.tests.filter((index) => index !== undefined && shown.has(index)) as number[]),
      ),
  };
}

function createTile(data: PageData, index: number): HTMLButtonElement {
  const test = data.tests[index];
  if (test === undefined) throw new Error(`Internal error: there is no test ${index}`);
  const kind = kindOf(test);
  const words = `${test.id} on ${cellLabel(data, test.cell)}: ${wordsOf(test)}`;
  return element(
    'button',
    {
      type: 'button',
      class: 'tile',
      'data-kind': kind,
      'data-test': String(index),
      'aria-label': words,
      title: `${words}${test.brief === '' ? '' : `\n${test.brief}`}`,
    },
    kindSigns[kind],
  );
}

function headRow({ cells }: PageData): HTMLElement {
  const heads = cells.map(({ label }) => element('th', { scope: 'col', class: 'cell' }, element('span', {}, label)));
  return element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'name' }, 'test'),
    ...heads,
    element('th', { scope: 'col', class: 'time' }, 'longest'),
  );
}

function suiteRow(suite: string, { cells }: PageData): HTMLElement {
  return element(
    'tr',
    { class: 'suite' },
    element('th', { scope: 'rowgroup', colspan: String(cells.length + 2) }, suite),
  );
}

interface RowParts {
  readonly page: Page;
  readonly tiles: readonly HTMLElement[];
}

function testRow({ name, tests }: BoardRow, { page, tiles }: RowParts): HTMLElement {
  const places = tests.map((index) => element('td', {}, index === undefined ? undefined : tiles[index]));
  const longestMs = Math.max(
    0,
    ...tests.map((index) => (index === undefined ? 0 : (page.data.tests[index]?.durationMs ?? 0))),
  );
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'name', title: name }, name),
    ...places,
    element('td', { class: 'time' }, duration(longestMs)),
  );
}

function hide(row: HTMLElement | undefined, isHidden: boolean): void {
  if (row !== undefined && row.hidden !== isHidden) row.hidden = isHidden;
}

/** Arrow keys move from tile to tile. */
function moveBetweenTiles(event: KeyboardEvent): void {
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
  };
  const step = steps[event.key];
  const from = event.target instanceof Element ? event.target.closest('td') : null;
  if (step === undefined || from === null) return;
  event.preventDefault();
  const row = rowBeside(from.closest('tr'), step[0]);
  const tile =
    step[0] === 0 ? (step[1] < 0 ? from.previousElementSibling : from.nextElementSibling) : row?.cells[from.cellIndex];
  tile?.querySelector('button')?.focus();
}

function rowBeside(row: HTMLTableRowElement | null, step: number): HTMLTableRowElement | undefined {
  if (row === null || step === 0) return undefined;
  const all = [...(row.closest('table')?.rows ?? [])].filter(
    ({ hidden, classList }) => !hidden && !classList.contains('suite'),
  );
  return all[all.indexOf(row) + step];
}
