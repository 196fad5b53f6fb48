import type { PageData, PageFailure } from '../page-data.ts';
import { kindOf, wordsOf } from '../page-filter.ts';
import type { PagePlace } from '../page-place.ts';
import { coverageList } from './coverage.ts';
import { button, element, section } from './element.ts';
import { modelList, unfiredList } from './hardware.ts';
import { cellLabel, type Page } from './page.ts';
import { pointTable } from './points.ts';
import { noteList, tileLink } from './test-lists.ts';
import { createTestView } from './test-view.ts';
import { duration } from './top.ts';

const maxPlaces = 12;
const slowest = 8;

/** First each distinct failure, then cells and tests, then timings. */
function createOverview(page: Page): HTMLElement {
  const { data } = page;
  return element(
    'article',
    { class: 'overview' },
    section('Missing', ...data.missing.map((what) => element('p', { class: 'card', 'data-kind': 'error' }, what))),
    section('Sweep', pointTable(page)),
    section('Not as expected', ...data.failures.map((failure) => failureCard(failure, page))),
    data.exitStatus === 0
      ? element('p', { class: 'calm' }, 'Every test is as expected.')
      : data.tests.length === 0
        ? element('p', {}, 'No test was run.')
        : undefined,
    section('Faults that never fired', unfiredList(page)),
    section('Cells', cellTable(data)),
    section('Coverage', coverageList(page)),
    section('Hardware', modelList(data)),
    section('Longest tests', longestTests(page)),
    section('Notes', noteList(data.notes)),
  );
}

function failureCard(
  { title, outcome, source, reason, frames, lastWords, tests }: PageFailure,
  { data, open }: Page,
): HTMLElement {
  const [first = 0] = tests;
  const test = data.tests[first];
  const places = tests.slice(0, maxPlaces).map((index) => tileLink(index, data, { open, label: placeOf(data, index) }));
  const more = tests.length - places.length;
  return element(
    'section',
    { class: 'card', 'data-kind': test === undefined ? outcome : kindOf(test) },
    element(
      'h4',
      {},
      element(
        'span',
        { class: 'badge', 'data-kind': test === undefined ? outcome : kindOf(test) },
        test === undefined ? outcome : wordsOf(test),
      ),
      button({ class: 'title' }, () => open({ kind: 'test', test: first }), title),
    ),
    source === undefined
      ? undefined
      : element('p', {}, element('code', { class: 'source' }, `${source.file}:${source.line}`)),
    reason.endsWith(title) ? undefined : element('p', { class: 'cause' }, reason),
    frames.length === 0 ? undefined : element('pre', { class: 'frames' }, frames.join('\n')),
    lastWords === '' ? undefined : element('p', { class: 'soft' }, `last words: ${lastWords}`),
    element(
      'div',
      { class: 'siblings' },
      ...places,
      more > 0 ? element('span', { class: 'soft' }, `and ${more} more`) : undefined,
    ),
  );
}

function placeOf(data: PageData, index: number): string {
  const test = data.tests[index];
  return test === undefined ? '' : `${test.id} · ${cellLabel(data, test.cell)}`;
}

function cellTable({ cells, tests }: PageData): HTMLElement {
  const rows = cells.map(({ label, kernel, machine, qemu, boot }, index) => {
    const own = tests.filter(({ cell }) => cell === index);
    const notOk = own.filter(({ ok }) => !ok).length;
    const booted =
      boot.outcome === 'not-needed'
        ? '–'
        : boot.outcome === 'ok'
          ? boot.bootedAt === undefined
            ? duration(boot.durationMs)
            : 'by an earlier run'
          : `failed after ${duration(boot.durationMs)}`;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, label),
      element('td', { title: `sha256 ${kernel.sha256}` }, kernel.release),
      element('td', {}, element('code', {}, machine.args.join(' '))),
      element('td', { title: `sha256 ${qemu.sha256}` }, `QEMU ${qemu.version}`),
      element(
        'td',
        { class: 'time', title: boot.imageReason ?? '' },
        booted + (boot.imageReason === undefined ? '' : ' (bzImage)'),
      ),
      element('td', {}, notOk === 0 ? `${own.length} ok` : `${own.length - notOk} ok, ${notOk} not ok`),
    );
  });
  const heads = ['cell', 'kernel', 'machine', 'emulator', 'boot', 'tests'].map((name) =>
    element('th', { scope: 'col' }, name),
  );
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { class: 'list' },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
}

function longestTests({ data, open }: Page): HTMLElement | undefined {
  const order = [...data.tests.keys()]
    .sort((a, b) => (data.tests[b]?.durationMs ?? 0) - (data.tests[a]?.durationMs ?? 0))
    .slice(0, slowest);
  const longestMs = data.tests[order[0] ?? 0]?.durationMs ?? 0;
  if (order.length < 2 || longestMs === 0) return undefined;
  const rows = order.map((index) => {
    const tookMs = data.tests[index]?.durationMs ?? 0;
    const bar = element('span', { class: 'bar' });
    bar.style.inlineSize = `${(tookMs / longestMs) * 100}%`;
    return element(
      'tr',
      {},
      element('td', {}, tileLink(index, data, { open, label: placeOf(data, index) })),
      element('td', { class: 'time' }, duration(tookMs)),
      element('td', { class: 'gauge' }, bar),
    );
  });
  return element('table', { class: 'list longest' }, element('tbody', {}, ...rows));
}

/** The pane with the overview or one test. */
export interface Reading {
  readonly element: HTMLElement;
  readonly show: (place: PagePlace) => void;
  /** The test on display. */
  readonly current: () => number | undefined;
}

export function createReading(page: Page): Reading {
  const pane = element('main', { class: 'reading', tabindex: '-1' });
  const bareTitle = document.title;
  let current: number | undefined;
  const showOverview = (): void => {
    current = undefined;
    document.title = bareTitle;
    pane.replaceChildren(createOverview(page));
    pane.scrollTop = 0;
  };
  const showTest = (place: Extract<PagePlace, { kind: 'test' }>): void => {
    const view = createTestView(place.test, page);
    current = place.test;
    document.title = `${titleOf(page.data, place.test)} · ${bareTitle}`;
    pane.replaceChildren(view.element);
    pane.scrollTop = 0;
    view.settle(place);
  };
  return {
    element: pane,
    show: (place) => {
      document.body.dataset['reading'] = place.kind;
      if (place.kind === 'test') showTest(place);
      else showOverview();
    },
    current: () => current,
  };
}

function titleOf(data: PageData, index: number): string {
  const test = data.tests[index];
  return test === undefined ? '' : `${test.id} on ${cellLabel(data, test.cell)}`;
}
