import { formatDuration } from '../../../../text/duration.ts';
import { kindOfLetter } from '../../../../results/history/letters.ts';
import type { BranchView, ViewCommit, ViewRow } from '../../../history/branch-view.ts';
import { button, element } from '../element.ts';
import { cellOf, commitLink, counted, dayOf, shortId, signOfLetter, wordsOfLetter } from './words.ts';

/** How many slots are drawn at a time. More would make the page slow to open. */
const maxSlots = 4000;
const maxCommits = 40;
const minCommits = 10;
const maxRows = maxSlots / minCommits;

export interface Board {
  readonly element: HTMLElement;
  readonly focusSearch: () => void;
}

/** Commits across, the newest first; tests and cells down. A part of the commits is drawn at a time. */
export function createBoard(view: BranchView): Board {
  const frame = element('div', { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': 'Tests by commit' });
  const told = element('output', { class: 'told', 'aria-live': 'polite' });
  const position = element('span', { class: 'soft', 'aria-live': 'polite' });
  const search = createSearch(() => draw());
  const onlyBad = element('input', { type: 'checkbox' });
  const perPage = Math.max(minCommits, Math.min(maxCommits, Math.floor(maxSlots / Math.max(1, view.rows.length))));
  let skipped = 0;
  const move = (by: number): void => {
    skipped = Math.max(0, Math.min(skipped + by, Math.max(0, view.commits.length - perPage)));
    draw();
  };
  const newer = button({ class: 'quiet' }, () => move(-perPage), '← Newer');
  const older = button({ class: 'quiet' }, () => move(perPage), 'Older →');
  const draw = (): void => {
    const end = view.commits.length - skipped;
    const start = Math.max(0, end - perPage);
    const rows = matching(view, search.value).filter(
      ({ letters }) => hasSlot(letters.slice(start, end)) && !(onlyBad.checked && isQuiet(letters.slice(start, end))),
    );
    frame.replaceChildren(drawTable(view, { start, end, rows: rows.slice(0, maxRows), told }));
    const more = rows.length - maxRows;
    const first = end === 0 ? 0 : skipped + 1;
    position.textContent =
      `Commits ${first} to ${skipped + end - start} of ${view.commits.length.toLocaleString('en')}` +
      (more > 0
        ? ` · ${counted(more, 'more row')}: filter to see them`
        : rows.length === 0
          ? ' · no test matches'
          : '');
    newer.disabled = skipped === 0;
    older.disabled = start === 0;
  };
  onlyBad.addEventListener('change', draw);
  draw();
  return {
    element: element(
      'section',
      { class: 'board', 'aria-labelledby': 'board' },
      element('h2', { id: 'board' }, 'Tests by commit'),
      element(
        'div',
        { class: 'controls' },
        search,
        element('label', { class: 'check' }, onlyBad, 'only what failed here'),
        newer,
        older,
        position,
      ),
      frame,
      told,
    ),
    focusSearch: () => {
      search.focus();
      search.select();
    },
  };
}

/** Starts when typing pauses. */
function createSearch(onSearch: () => void): HTMLInputElement {
  const search = element('input', {
    type: 'search',
    placeholder: 'Filter tests',
    'aria-label': 'Filter tests by text',
    'aria-keyshortcuts': '/',
    spellcheck: 'false',
    autocomplete: 'off',
  });
  let pause: number | undefined;
  search.addEventListener('input', () => {
    clearTimeout(pause);
    pause = window.setTimeout(onSearch, 80);
  });
  return search;
}

function hasSlot(letters: string): boolean {
  return /[^.]/.test(letters);
}

function isQuiet(letters: string): boolean {
  return /^[.a-z]*$/.test(letters);
}

function matching(view: BranchView, text: string): readonly ViewRow[] {
  const words = text.toLowerCase().split(/\s+/);
  return view.rows.filter((row) => {
    const all = `${row.test} ${cellOf(view, row)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

interface Drawn {
  /** Positions of the commits. */
  readonly start: number;
  readonly end: number;
  readonly rows: readonly ViewRow[];
  readonly told: HTMLElement;
}

function drawTable(view: BranchView, { start, end, rows, told }: Drawn): HTMLTableElement {
  const positions = Array.from({ length: end - start }, (_, index) => end - 1 - index);
  const table = element(
    'table',
    { class: 'grid' },
    element('caption', { class: 'offscreen' }, 'Tests and cells down, commits across, the newest first'),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { scope: 'col', class: 'name' }, 'test and cell'),
        ...positions.map((at) => headOf(view.commits[at])),
      ),
    ),
    ...bodies(view, rows, positions),
  );
  const first = table.querySelector<HTMLElement>('td');
  if (first !== null) first.tabIndex = 0;
  const tell = ({ target }: Event): void => {
    const slot = target instanceof Element ? target.closest('td') : null;
    const [row, at] = (slot?.dataset['slot'] ?? '').split(' ').map(Number);
    const shown = row === undefined ? undefined : rows[row];
    if (shown !== undefined && at !== undefined) told.textContent = tellSlot(view, shown, at);
  };
  table.addEventListener('mouseover', tell);
  table.addEventListener('focusin', tell);
  table.addEventListener('keydown', (event) => moveInTable(table, event));
  return table;
}

function headOf(commit: ViewCommit | undefined): HTMLElement {
  return element('th', { scope: 'col' }, element('span', { class: 'commit' }, commitLink(commit)));
}

/** A body for each test, with a row for each cell. */
function bodies(view: BranchView, rows: readonly ViewRow[], positions: readonly number[]): readonly HTMLElement[] {
  const made: HTMLElement[] = [];
  let test: string | undefined;
  for (const [index, row] of rows.entries()) {
    if (row.test !== test || made.length === 0) {
      test = row.test;
      const head = element('th', { scope: 'rowgroup', colspan: String(positions.length + 1) }, row.test);
      made.push(element('tbody', {}, element('tr', { class: 'test' }, head)));
    }
    made.at(-1)?.append(drawRow(view, { row, index, positions }));
  }
  return made;
}

interface DrawnRow {
  readonly row: ViewRow;
  readonly index: number;
  readonly positions: readonly number[];
}

function drawRow(view: BranchView, { row, index, positions }: DrawnRow): HTMLElement {
  const made = element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'name', title: cellOf(view, row) }, cellOf(view, row)),
  );
  for (const at of positions) {
    const letter = row.letters.charAt(at);
    // Thousands of them: made directly.
    const slot = document.createElement('td');
    slot.dataset['kind'] = kindOfLetter(letter);
    slot.dataset['slot'] = `${index} ${at}`;
    slot.tabIndex = -1;
    slot.textContent = signOfLetter(letter);
    made.append(slot);
  }
  return made;
}

function tellSlot(view: BranchView, row: ViewRow, at: number): string {
  const commit = view.commits[at];
  const ms = row.msAt(at);
  return [
    `${row.test} on ${cellOf(view, row)}: ${wordsOfLetter(row.letters.charAt(at))}`,
    ...(commit === undefined ? [] : [`${shortId(commit)}, ${dayOf(commit)}`]),
    ...(ms === undefined ? [] : [formatDuration(ms)]),
    ...(commit !== undefined && commit.runs > 1 ? [counted(commit.runs, 'run')] : []),
  ].join(' · ');
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

function moveInTable(table: HTMLTableElement, event: KeyboardEvent): void {
  const step = steps[event.key];
  const from = event.target;
  if (step === undefined || !(from instanceof HTMLTableCellElement)) return;
  event.preventDefault();
  const rows = [...table.querySelectorAll<HTMLTableRowElement>('tbody tr:not(.test)')];
  const row = rows.findIndex((each) => each.contains(from));
  const next = rows[row + step[0]]?.cells[from.cellIndex + step[1]];
  if (next?.tagName !== 'TD') return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
