import type { PageDetail } from '../page-data.ts';
import { element } from './element.ts';
import { fileAnchor } from './file-anchor.ts';
import type { Page } from './page.ts';
import { duration } from './top.ts';

interface Span {
  readonly name: string;
  readonly durationMs: number;
  readonly state: 'start' | 'good' | 'bad' | 'end';
  readonly said: string;
  readonly log?: string;
}

/** How a test's time went: start, stages, the rest; as a bar and as a table. */
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
            said: 'between the stages, and until the machine was gone',
          } as const,
        ]),
  ];
}
