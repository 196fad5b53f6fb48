import { kindOf } from '../page-filter.ts';
import { element } from './element.ts';
import type { Page } from './page.ts';
import { tileLink } from './test-lists.ts';

/** The points of a sweep, those that were not handled first; undefined when there are none. */
export function pointTable(page: Page): HTMLElement | undefined {
  const { data } = page;
  const points = [...data.tests.keys()].filter((index) => data.tests[index]?.point !== undefined);
  if (points.length === 0) return undefined;
  const isOk = (index: number): boolean => data.tests[index]?.ok === true;
  const rows = [...points.filter((index) => !isOk(index)), ...points.filter(isOk)].map((index) => row(index, page));
  const heads = ['point', 'access or call', 'driver', 'evidence'].map((name) => element('th', { scope: 'col' }, name));
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      { class: 'list points' },
      element('caption', {}, countsOf(page, points)),
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...rows),
    ),
  );
}

function row(index: number, { data, open }: Page): HTMLElement {
  const test = data.tests[index];
  if (test?.point === undefined) throw new Error(`Internal error: test ${index} is no point`);
  const { fault, number, access, outcome, why } = test.point;
  return element(
    'tr',
    {},
    element('td', {}, tileLink(index, data, { open, label: `${fault} ${number}` })),
    element('td', {}, element('code', {}, access)),
    element('td', {}, element('span', { class: 'badge', 'data-kind': kindOf(test) }, outcome)),
    element('td', {}, why),
  );
}

/** `4 reported, 1 silent`, in the order of the table. */
function countsOf({ data }: Page, points: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const index of points) {
    const outcome = data.tests[index]?.point?.outcome ?? '';
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return `${points.length} points: ${[...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', ')}`;
}
