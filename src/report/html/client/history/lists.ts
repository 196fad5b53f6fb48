import { formatDuration } from '../../../../text/duration.ts';
import { kindOfLetter } from '../../../../results/history/letters.ts';
import type { BranchView } from '../../../history/branch-view.ts';
import { type Broken, brokenRows, flakyCommits, flakyRows, slowerRows } from '../../../history/findings.ts';
import { element } from '../element.ts';
import { cellOf, commitAndDay, counted, signOfLetter, wordsOfLetter } from './words.ts';

type Shown = Node | string;

interface ListWords {
  readonly title: string;
  /** What is said when there is nothing. */
  readonly none: string;
  readonly explained: string;
  readonly heads: readonly string[];
}

const maxLines = 200;

/** A section with a table, or with a sentence when there is nothing. */
export function listSection(
  { title, none, explained, heads }: ListWords,
  lines: readonly (readonly Shown[])[],
): HTMLElement {
  const shown = lines.slice(0, maxLines);
  const more = lines.length - shown.length;
  return element(
    'section',
    {},
    element('h2', {}, title),
    ...(lines.length === 0
      ? [element('p', { class: 'soft' }, none)]
      : [element('p', { class: 'soft' }, explained), tableOf(title, heads, shown)]),
    more > 0 ? element('p', { class: 'soft' }, `and ${counted(more, 'more line')}`) : undefined,
  );
}

function tableOf(title: string, heads: readonly string[], lines: readonly (readonly Shown[])[]): HTMLElement {
  const body = lines.map(([first = '', ...rest]) =>
    element('tr', {}, element('th', { scope: 'row' }, first), ...rest.map((part) => element('td', {}, part))),
  );
  return element(
    'div',
    // Reached with Tab, so that keys can scroll it.
    { class: 'scroll', role: 'region', tabindex: '0', 'aria-label': title },
    element(
      'table',
      { class: 'list' },
      element('thead', {}, element('tr', {}, ...heads.map((head) => element('th', { scope: 'col' }, head)))),
      element('tbody', {}, ...body),
    ),
  );
}

/** What does not work now, by the commit since which it does not. */
export function brokenSection(view: BranchView): HTMLElement {
  return listSection(
    {
      title: 'Broken',
      none: 'No test is broken: each was as expected when it was last run.',
      explained: 'Tests that are not as expected, the newest first. The first bad commit is the one to look at.',
      heads: ['test', 'cells', 'now', 'first bad commit', 'last good commit'],
    },
    groupBroken(brokenRows(view)).map((group) => brokenLine(view, group)),
  );
}

type BrokenGroup = readonly [Broken, ...Broken[]];

/** One line for a test that broke in several cells in the same way. */
function groupBroken(broken: readonly Broken[]): readonly BrokenGroup[] {
  const groups = new Map<string, [Broken, ...Broken[]]>();
  for (const one of broken) {
    const key = JSON.stringify([one.row.test, one.since, one.lastGood, one.letter]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function brokenLine(view: BranchView, group: BrokenGroup): readonly Shown[] {
  const [{ row, letter, since, lastGood }] = group;
  return [
    row.test,
    group.map((one) => cellOf(view, one.row)).join(', '),
    badge(letter),
    commitAndDay(view, since),
    commitAndDay(view, lastGood),
  ];
}

function badge(letter: string): HTMLElement {
  return element(
    'span',
    { class: 'badge', 'data-kind': kindOfLetter(letter) },
    `${signOfLetter(letter)} ${wordsOfLetter(letter)}`,
  );
}

export function flakySection(view: BranchView): HTMLElement {
  return listSection(
    {
      title: 'Flaky',
      none: 'No test is flaky.',
      explained:
        `Of the last ${flakyCommits} commits, those whose runs disagreed, and failures that were gone one or two ` +
        'commits later. The most often flaky come first.',
      heads: ['test', 'cell', 'rate', 'commits', 'last'],
    },
    flakyRows(view).map(({ row, count, judged, last }) => [
      row.test,
      cellOf(view, row),
      percent(count / judged),
      `${count} of ${judged}`,
      commitAndDay(view, last),
    ]),
  );
}

export function slowerSection(view: BranchView): HTMLElement {
  return listSection(
    {
      title: 'Slower',
      none: 'No test takes much longer than it did.',
      explained: 'The last duration against the median of up to 30 earlier ones, with the same accelerator.',
      heads: ['test', 'cell', 'now', 'before', 'ratio'],
    },
    slowerRows(view).map(({ row, lastMs, medianMs, ratio }) => [
      row.test,
      cellOf(view, row),
      formatDuration(lastMs),
      formatDuration(medianMs),
      `× ${ratio.toFixed(1)}`,
    ]),
  );
}

export function crashSection(view: BranchView): HTMLElement {
  return listSection(
    {
      title: 'Crashes',
      none: 'The kernel reported no bug.',
      explained: 'Bugs that the kernel reported, by fingerprint: the last seen come first.',
      heads: ['bug', 'first seen', 'last seen', 'commits', 'last seen in'],
    },
    view.crashes.map(({ crash, first, last, count }) => [
      element('span', { title: crash.fingerprint }, crash.title),
      commitAndDay(view, first),
      commitAndDay(view, last),
      String(count),
      [...crash.tests, ...crash.cells].join(', '),
    ]),
  );
}

/** Figures over time: now, and what they were before they last changed. */
export function coverageSection({ data, ...view }: BranchView): HTMLElement | undefined {
  if (data.coverage.length === 0) return undefined;
  return listSection(
    {
      title: 'Coverage',
      none: 'Nothing was counted.',
      explained: 'How much of each device model the drivers used, on all branches.',
      heads: ['what', 'now', 'before', 'since'],
    },
    data.coverage.map(({ name, points }) => {
      const [before, now] = [points.at(-2), points.at(-1)];
      const since = view.commits.find(({ id }) => id === data.commits[now?.[0] ?? -1]);
      return [
        name,
        share(now),
        before === undefined ? '–' : share(before),
        since === undefined ? '–' : since.id.slice(0, 8),
      ];
    }),
  );
}

function share(point: readonly [number, number, number] | undefined): string {
  if (point === undefined) return '–';
  const [, touched, all] = point;
  return `${touched} of ${all}${all > 0 ? ` (${percent(touched / all)})` : ''}`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`;
}
