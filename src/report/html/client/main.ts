import type { PageData } from '../page-data.ts';
import { matchingTests } from '../page-filter.ts';
import { formatPlace, parsePlace } from '../page-place.ts';
import { type Board, createBoard } from './board.ts';
import { element } from './element.ts';
import { createReading, type Reading } from './overview.ts';
import type { Page } from './page.ts';
import { createToolbar, listenToKeys, type Toolbar } from './toolbar.ts';
import { createTop } from './top.ts';

startPage(readData());

function readData(): PageData {
  const text = document.getElementById('data')?.textContent;
  if (text === undefined) throw new Error('Internal error: the page has no data');
  // Written into this page by pageContents.
  return JSON.parse(text) as PageData;
}

function startPage(data: PageData): void {
  const addressOf: Page['addressOf'] = (place) => `#${formatPlace(place, data)}`;
  // The hash changes at once, but its event comes later, and keys may be faster.
  const open: Page['open'] = (place) => {
    location.hash = addressOf(place);
    show();
  };
  const page: Page = { data, addressOf, open };
  const board = createBoard(page);
  const reading = createReading(page);
  const toolbar = createToolbar(data, (filter) => {
    const tests = matchingTests(data, filter);
    board.show(tests);
    toolbar.count(tests.size);
  });
  toolbar.count(data.tests.length);
  document.body.append(
    createTop(data),
    toolbar.element,
    element('div', { class: 'panes' }, board.element, reading.element),
    keyHints(),
  );
  let shown: string | undefined;
  const show = (): void => {
    if (shown === location.hash) return;
    shown = location.hash;
    const place = parsePlace(location.hash, data);
    reading.show(place);
    board.mark(place.kind === 'test' ? place.test : undefined);
  };
  addEventListener('hashchange', show);
  show();
  actOnKeys(page, { board, reading, toolbar });
}

interface Parts {
  readonly board: Board;
  readonly reading: Reading;
  readonly toolbar: Toolbar;
}

function actOnKeys({ open }: Page, { board, reading, toolbar }: Parts): void {
  const step = (by: number): void => {
    const order = board.inOrder();
    const current = reading.current();
    const at = current === undefined ? -1 : order.indexOf(current);
    const next = at < 0 ? order.at(by > 0 ? 0 : -1) : order[at + by];
    if (next !== undefined) open({ kind: 'test', test: next });
  };
  listenToKeys({
    next: () => step(1),
    previous: () => step(-1),
    search: toolbar.focusSearch,
    openFirst: () => {
      const [first] = board.inOrder();
      if (first === undefined) return;
      open({ kind: 'test', test: first });
      reading.element.focus();
    },
    leave: () => {
      if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
      if (!toolbar.clear() && reading.current() !== undefined) open({ kind: 'overview' });
    },
  });
}

function keyHints(): HTMLElement {
  const hints = [
    ['j', 'next test'],
    ['k', 'previous'],
    ['/', 'filter'],
    ['Enter', 'open the first'],
    ['Esc', 'back'],
  ];
  return element(
    'footer',
    { class: 'keys' },
    ...hints.flatMap(([key, says]) => [element('kbd', {}, key), element('span', {}, says)]),
  );
}
