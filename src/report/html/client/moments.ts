import type { PageTimeline } from '../page-data.ts';
import { button, element } from './element.ts';
import { fileAnchor } from './file-anchor.ts';
import type { Page } from './page.ts';

type MomentWords = PageTimeline['moments'][number];

export interface Moments {
  readonly element: HTMLElement;
  /** To be called when it is on the page: brings that end into view. */
  readonly settle: () => void;
}

/**
 * What came before a crash or another end: the last moments at first, all of them when asked; only those of some
 * devices or sources when chosen.
 */
export function createMoments(path: string, timeline: PageTimeline, page: Page): Moments {
  const {
    moments,
    last: [first, end],
    until,
  } = timeline;
  const rows = moments.map(momentRow);
  const body = element('tbody', {}, ...rows);
  const scroll = element(
    'div',
    { class: 'lines moments', tabindex: '0', role: 'region', 'aria-label': `What came before the ${until}` },
    element('table', {}, head(), body),
  );
  const chosen = new Set<string>();
  const counted = element('output', { class: 'soft', 'aria-live': 'polite' });
  let isWhole = false;
  const show = (): void => {
    const isShown = (index: number): boolean =>
      (isWhole || (index >= first && index < end)) && (chosen.size === 0 || chosen.has(moments[index]?.who ?? ''));
    for (const [index, row] of rows.entries()) row.hidden = !isShown(index);
    counted.textContent = countedWords(rows.filter(({ hidden }) => !hidden).length, timeline);
    settle();
  };
  const settle = (): void => {
    const at = rows.slice(0, end).findLast(({ hidden }) => !hidden);
    if (at !== undefined) scroll.scrollTop = at.offsetTop - scroll.clientHeight + 2 * at.offsetHeight;
  };
  const whole = button(
    { class: 'quiet', 'aria-pressed': 'false' },
    () => {
      isWhole = !isWhole;
      whole.setAttribute('aria-pressed', String(isWhole));
      whole.textContent = wholeWords(timeline, isWhole);
      show();
    },
    wholeWords(timeline, false),
  );
  const chips = whoChips(moments, (who, isOn) => {
    if (isOn) chosen.add(who);
    else chosen.delete(who);
    show();
  });
  show();
  const isAll = first === 0 && moments.length === end;
  const caption = element(
    'figcaption',
    {},
    element('strong', {}, `Before the ${until}`),
    counted,
    fileAnchor(path, page),
    isAll ? undefined : whole,
    chips,
  );
  return { element: element('figure', { class: 'log' }, caption, scroll), settle };
}

function head(): HTMLElement {
  return element(
    'thead',
    {},
    element(
      'tr',
      {},
      element('th', { scope: 'col', class: 'at' }, 'ms'),
      element('th', { scope: 'col' }, 'from'),
      element('th', { scope: 'col' }, 'what'),
    ),
  );
}

function momentRow({ at, who, text, tone }: MomentWords): HTMLElement {
  return element(
    'tr',
    { 'data-tone': tone },
    element('td', { class: 'at' }, at),
    element('td', { class: 'who' }, who),
    element('td', { class: 'text' }, text),
  );
}

function whoChips(
  moments: readonly MomentWords[],
  onToggle: (who: string, isOn: boolean) => void,
): HTMLElement | undefined {
  const names = [...new Set(moments.map(({ who }) => who))];
  if (names.length < 2) return undefined;
  const chips = names.map((who) => {
    const chip = button(
      { class: 'chip', 'aria-pressed': 'false' },
      () => {
        const isOn = chip.getAttribute('aria-pressed') !== 'true';
        chip.setAttribute('aria-pressed', String(isOn));
        onToggle(who, isOn);
      },
      who,
    );
    return chip;
  });
  return element('div', { class: 'chips', role: 'group', 'aria-label': 'Only these' }, ...chips);
}

function countedWords(shown: number, { count, unreadable }: PageTimeline): string {
  return [
    `${shown} of ${count} moments`,
    ...(unreadable === 0 ? [] : [`${unreadable} ${unreadable === 1 ? 'line' : 'lines'} of the file cannot be read`]),
  ].join(' · ');
}

function wholeWords({ moments, count }: PageTimeline, isWhole: boolean): string {
  if (isWhole) return 'Show fewer';
  return moments.length === count ? 'Show all' : `Show ${moments.length}`;
}
