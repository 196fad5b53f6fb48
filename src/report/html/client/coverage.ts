import type { LineState, PageSource, PageSourceLine } from '../page-data.ts';
import { button, element } from './element.ts';
import { cellLabel, type Page } from './page.ts';
import { tileLink } from './test-lists.ts';

const stateWords: Readonly<Record<LineState, string>> = {
  ran: 'ran',
  faults: 'ran only when a fault fired',
  never: 'never ran',
  none: '',
};

/** The sources of the modules, each with what ran of it; undefined: it was not measured. */
export function coverageList(page: Page): HTMLElement | undefined {
  const { coverage } = page.data;
  if (coverage === undefined) return undefined;
  const { said, files, notMeasured, more } = coverage;
  return element(
    'div',
    { class: 'models' },
    files.length === 0 ? undefined : element('p', {}, `Ran: ${said}.`),
    ...files.map((file) => sourceDetails(file, page)),
    more === 0 ? undefined : element('p', { class: 'soft' }, `${more} more files are in results.json.`),
    ...notMeasured.map((reason) => element('p', { class: 'soft' }, reason)),
  );
}

function sourceDetails(source: PageSource, page: Page): HTMLElement {
  const { file, said, lines } = source;
  const details = element(
    'details',
    { class: 'model' },
    element('summary', {}, element('strong', {}, file), element('span', {}, said)),
  );
  if (lines.length === 0) {
    details.append(element('p', { class: 'soft' }, 'Its lines do not fit on this page; results.json has them.'));
    return details;
  }
  // A source has thousands of lines, and most files are never opened.
  details.addEventListener('toggle', () => details.append(...sourceParts(source, page)), { once: true });
  return details;
}

/** The choice of lines, and the lines. */
function sourceParts({ lines, groups, onlyByFaults, never }: PageSource, page: Page): readonly HTMLElement[] {
  const table = element(
    'table',
    { class: 'source-lines', 'data-show': 'all' },
    element('tbody', {}, ...lines.map((line) => lineRow(line, groups, page))),
  );
  const choices = [
    ['all', 'all lines'],
    ['faults', `only faults reached: ${onlyByFaults}`],
    ['never', `nobody reached: ${never}`],
  ] as const;
  const buttons = choices.map(([show, label]) =>
    button({ class: 'quiet', 'data-choice': show, 'aria-pressed': String(show === 'all') }, () => choose(show), label),
  );
  const choose = (show: string): void => {
    table.dataset['show'] = show;
    for (const one of buttons) one.setAttribute('aria-pressed', String(one.dataset['choice'] === show));
  };
  return [element('div', { class: 'line-choices' }, ...buttons), element('div', { class: 'scroll' }, table)];
}

function lineRow([number, state, code, group]: PageSourceLine, groups: PageSource['groups'], page: Page): HTMLElement {
  const tests = group === undefined ? [] : (groups[group] ?? []);
  const row: HTMLElement = element(
    'tr',
    { 'data-state': state, title: stateWords[state] === '' ? undefined : stateWords[state] },
    element('th', { scope: 'row' }, String(number)),
    element(
      'td',
      { class: 'count' },
      tests.length === 0 ? mark(state) : testsButton(tests, (): HTMLElement => row, page),
    ),
    element('td', { class: 'code' }, element('code', {}, code)),
  );
  return row;
}

/** What a colour says must also be readable. */
function mark(state: LineState): string {
  return state === 'never' ? 'never' : state === 'none' ? '' : 'ran';
}

/** Opens and closes a row with the tests that reached a line. */
function testsButton(tests: readonly number[], rowOf: () => HTMLElement, page: Page): HTMLElement {
  let opened: HTMLElement | undefined;
  const label = `${tests.length} ${tests.length === 1 ? 'test' : 'tests'}`;
  const made = button(
    { class: 'quiet', 'aria-expanded': 'false' },
    () => {
      if (opened === undefined) {
        opened = testsRow(tests, page);
        rowOf().after(opened);
      } else {
        opened.remove();
        opened = undefined;
      }
      made.setAttribute('aria-expanded', String(opened !== undefined));
    },
    label,
  );
  return made;
}

function testsRow(tests: readonly number[], { data, open }: Page): HTMLElement {
  const links = tests.map((index) => {
    const test = data.tests[index];
    const label = test === undefined ? '' : `${test.id} · ${cellLabel(data, test.cell)}`;
    return tileLink(index, data, { open, label });
  });
  return element(
    'tr',
    { class: 'line-tests' },
    element('td', { colspan: '3' }, element('div', { class: 'siblings' }, ...links)),
  );
}
