import type { PageData } from '../page-data.ts';
import type { PagePlace } from '../page-place.ts';
import { element } from './element.ts';
import { createOverview } from './overview.ts';
import { cellLabel, type Page } from './page.ts';
import { createTestView } from './test-view.ts';

/** The pane that shows the overview, or one test. */
export interface Reading {
  readonly element: HTMLElement;
  readonly show: (place: PagePlace) => void;
  /** The test that is shown. */
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
