import type { PageData, PageDetail } from '../page-data.ts';
import { kindOf, kindSigns, wordsOf } from '../page-filter.ts';
import { button, element, fileAnchor } from './element.ts';
import type { Page } from './page.ts';
import { duration } from './top.ts';

export interface TileLook {
  readonly open: Page['open'];
  readonly label: string;
  readonly isCurrent?: boolean;
}

/** A tile with text that opens its test. */
export function tileLink(
  index: number,
  { tests }: PageData,
  { open, label, isCurrent = false }: TileLook,
): HTMLElement {
  const test = tests[index];
  if (test === undefined) throw new Error(`Internal error: there is no test ${index}`);
  const kind = kindOf(test);
  return button(
    {
      class: 'place',
      'aria-label': `${test.id}, ${label}: ${wordsOf(test)}`,
      'aria-current': isCurrent ? 'true' : undefined,
    },
    () => open({ kind: 'test', test: index }),
    element('span', { class: 'tile', 'data-kind': kind, 'aria-hidden': 'true' }, kindSigns[kind]),
    label,
  );
}

/** Subtests, those that are not ok first; undefined when there are none. */
export function subtestTable({ subtests }: PageDetail): HTMLElement | undefined {
  if (subtests.length === 0) return undefined;
  const rows = subtests.map(({ name, status, reason }) =>
    element(
      'tr',
      {},
      element('td', {}, element('span', { class: 'badge', 'data-kind': kindOfStatus(status) }, status)),
      element('td', {}, name),
      element('td', { class: 'soft' }, reason ?? ''),
    ),
  );
  return element('div', { class: 'scroll' }, element('table', { class: 'list' }, element('tbody', {}, ...rows)));
}

/** All runs of a repeated test. */
export function attemptTable({ attempts }: PageDetail, page: Page): HTMLElement | undefined {
  if (attempts.length < 2) return undefined;
  const rows = attempts.map(({ outcome, ok, reason, durationMs, console }, index) =>
    element(
      'tr',
      {},
      element('td', { class: 'time' }, String(index + 1)),
      element('td', {}, element('span', { class: 'badge', 'data-kind': ok ? 'pass' : outcome }, outcome)),
      element('td', { class: 'time' }, duration(durationMs)),
      element('td', {}, reason),
      element('td', {}, console === undefined ? undefined : fileAnchor(console, page, { text: 'console' })),
    ),
  );
  return element('div', { class: 'scroll' }, element('table', { class: 'list' }, element('tbody', {}, ...rows)));
}

export function fileList(paths: readonly string[], page: Page): HTMLElement | undefined {
  if (paths.length === 0) return undefined;
  return element(
    'ul',
    { class: 'files' },
    ...paths.map((path) => element('li', {}, fileAnchor(path, page, { download: true }))),
  );
}

export function noteList(notes: readonly string[]): HTMLElement | undefined {
  return notes.length === 0 ? undefined : element('ul', {}, ...notes.map((note) => element('li', {}, note)));
}

function kindOfStatus(status: string): string {
  return status === 'todo' ? 'xfail' : status;
}
