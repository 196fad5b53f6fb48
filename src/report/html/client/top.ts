import { formatDuration } from '../../../text/duration.ts';
import type { PageData } from '../page-data.ts';
import { kindOf, kindWords, testKinds } from '../page-filter.ts';
import { element } from './element.ts';
import { createThemeButton } from './theme.ts';

/** The verdict and the facts behind it. */
export function createTop(data: PageData): HTMLElement {
  const isGood = data.exitStatus === 0;
  const [, answer = data.verdict, rest = ''] = /^(.*?as expected)(.*)$/.exec(data.verdict) ?? [];
  return element(
    'header',
    { class: 'top' },
    element('div', { class: 'lamp', 'data-good': String(isGood), 'aria-hidden': 'true' }, isGood ? '✓' : '✗'),
    element(
      'div',
      { class: 'answer' },
      element('h1', {}, answer, element('span', { class: 'part' }, rest)),
      element('p', { class: 'facts' }, facts(data)),
    ),
    createThemeButton(),
    proportions(data),
  );
}

function facts({ version, startedAt, host, cells }: PageData): string {
  const started = startedAt.replace('T', ' ').replace(/(?:\.\d+)?Z$/, ' UTC');
  const machines = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
  return [
    started,
    machines,
    `${host.accelerator.toUpperCase()}: ${host.acceleratorReason}`,
    `${host.cpus} processors`,
    `qemu-driver-test ${version}`,
  ].join(' · ');
}

/** One bar for all tests. */
function proportions({ tests }: PageData): HTMLElement {
  const parts = testKinds
    .map((kind) => ({ kind, count: tests.filter((test) => kindOf(test) === kind).length }))
    .filter(({ count }) => count > 0);
  const bars = parts.map(({ kind, count }) => {
    const bar = element('span', { 'data-kind': kind, title: `${count} ${kindWords[kind]}` });
    bar.style.flexGrow = String(count);
    return bar;
  });
  return element(
    'div',
    {
      class: 'proportions',
      role: 'img',
      'aria-label': parts.map(({ kind, count }) => `${count} ${kindWords[kind]}`).join(', '),
    },
    ...bars,
  );
}

/** Milliseconds in readable form; empty for zero. */
export function duration(durationMs: number): string {
  return durationMs > 0 ? formatDuration(durationMs) : '–';
}
