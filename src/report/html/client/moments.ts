import type { PageDetail, PageTimeline } from '../page-data.ts';
import { button, element, fileAnchor } from './element.ts';
import type { Page } from './page.ts';
import { duration } from './top.ts';

type MomentWords = PageTimeline['moments'][number];

export interface Moments {
  readonly element: HTMLElement;
  /** Call this once the element is on the page; it scrolls to the end. */
  readonly settle: () => void;
}

/**
 * What came before a crash or another end. Shows the last moments first, all of them on request, and only those of
 * chosen devices or sources.
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
    moments.some(({ text }) => isExchange.test(text)) ? element('span', { class: 'soft legend' }, legend) : undefined,
  );
  return { element: element('figure', { class: 'log' }, caption, scroll), settle };
}

/** `message TOS (out, 3 bytes) 037c00` */
const isExchange = / \((?:in|out), \d+ bytes?\)/;
const legend = 'in: to the machine · out: to the device · bytes are hexadecimal, as they arrived';

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
    ...(unreadable === 0 ? [] : [`${unreadable} ${unreadable === 1 ? 'line' : 'lines'} of the file could not be read`]),
  ].join(' · ');
}

function wholeWords({ moments, count }: PageTimeline, isWhole: boolean): string {
  if (isWhole) return 'Show fewer';
  return moments.length === count ? 'Show all' : `Show ${moments.length}`;
}

interface Span {
  readonly name: string;
  readonly durationMs: number;
  readonly state: 'start' | 'good' | 'bad' | 'end';
  readonly said: string;
  readonly log?: string;
}

/** How long the parts of a test took: start, stages, rest. As a bar and as a table. */
export function createTimeline(detail: PageDetail, durationMs: number, page: Page): HTMLElement {
  const spans = spansOf(detail, durationMs);
  const bars = spans.map(({ name, durationMs: tookMs, state }) => {
    const bar = element('span', { 'data-state': state, title: `${name}: ${duration(tookMs)}` }, element('i', {}, name));
    bar.style.flexGrow = String(Math.max(tookMs, 1));
    return bar;
  });
  const rows = spans.map(({ name, durationMs: tookMs, said, log, state }) =>
    element(
      'tr',
      { 'data-state': state },
      element('th', { scope: 'row' }, name),
      element('td', { class: 'time' }, duration(tookMs)),
      element('td', {}, said),
      element('td', {}, log === undefined ? undefined : fileAnchor(log, page, { text: 'log' })),
    ),
  );
  return element(
    'div',
    { class: 'timeline' },
    element('div', { class: 'bars', 'aria-hidden': 'true' }, ...bars),
    element('table', {}, element('tbody', {}, ...rows)),
  );
}

function spansOf({ startMs, start, startReason, stages }: PageDetail, durationMs: number): readonly Span[] {
  const begun = startMs ?? durationMs;
  const stagesMs = stages.reduce((sum, stage) => sum + stage.durationMs, 0);
  const restMs = Math.max(0, durationMs - begun - stagesMs);
  const said = startMs === null ? 'no stage began' : startReason;
  return [
    {
      name: start === 'clone' ? 'start (clone)' : 'start (boot)',
      durationMs: begun,
      state: startMs === null ? 'bad' : 'start',
      said,
    },
    ...stages.map(
      ({ name, durationMs: tookMs, exitStatus, log }): Span => ({
        name,
        durationMs: tookMs,
        state: exitStatus === 0 ? 'good' : 'bad',
        said: exitStatus === null ? 'did not end' : `exit status ${exitStatus}`,
        log,
      }),
    ),
    ...(startMs === null
      ? []
      : [
          {
            name: 'end',
            durationMs: restMs,
            state: 'end',
            said: 'between stages, and until the machine was gone',
          } as const,
        ]),
  ];
}
