import type { PageData } from '../page-data.ts';
import { kindOf, kindSigns, kindWords } from '../page-filter.ts';
import { button, element } from './element.ts';
import type { Page } from './page.ts';

export interface TileLook {
  readonly open: Page['open'];
  readonly label: string;
  readonly isCurrent?: boolean;
}

/** A tile with words beside it that opens its test. */
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
      'aria-label': `${test.id}, ${label}: ${kindWords[kind]}`,
      'aria-current': isCurrent ? 'true' : undefined,
    },
    () => open({ kind: 'test', test: index }),
    element('span', { class: 'tile', 'data-kind': kind, 'aria-hidden': 'true' }, kindSigns[kind]),
    label,
  );
}
