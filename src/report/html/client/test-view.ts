import type { PageDetail, PageTest } from '../page-data.ts';
import { kindOf, wordsOf } from '../page-filter.ts';
import type { PagePlace } from '../page-place.ts';
import { button, copyButton, element, fileAnchor, section } from './element.ts';
import { deviceList } from './hardware.ts';
import { createLogView, type LogView } from './log-view.ts';
import { createMoments, createTimeline, type Moments } from './moments.ts';
import { cellLabel, type Page } from './page.ts';
import { attemptTable, fileList, noteList, subtestTable, tileLink } from './test-lists.ts';
import { duration } from './top.ts';

/** Everything about one test, the most important first. */
export interface TestView {
  readonly element: HTMLElement;
  /** Call this once the element is on the page. It scrolls to the line of the place, or else to the kernel's report. */
  readonly settle: (place: Extract<PagePlace, { kind: 'test' }>) => void;
}

export function createTestView(index: number, page: Page): TestView {
  const test = page.data.tests[index];
  if (test === undefined) throw new Error(`Internal error: there is no test ${index}`);
  const { detail } = test;
  if (detail === undefined)
    return {
      element: element(
        'article',
        {},
        heading(test, page),
        element('p', {}, 'The details do not fit on this page; results.json has them.'),
      ),
      settle: () => undefined,
    };
  const logs = logViews(index, detail, page);
  const moments = momentsOf(detail, page);
  const article = element(
    'article',
    {},
    heading(test, page),
    ...findings(detail, page, index),
    reasonOf(test, detail),
    again(detail),
    section('Device models', deviceList(detail)),
    section('Time', createTimeline(detail, test.durationMs, page), moments?.element ?? timelineLink(detail, page)),
    section('Runs', attemptTable(detail, page)),
    section('Logs', ...[...logs.values()].map((view) => view.element), otherLogs(detail, logs, page)),
    section('Subtests', subtestTable(detail)),
    section('Where it stood', noteList(detail.whereabouts), fileList(detail.postmortem, page)),
    section('Artifacts', fileList(detail.artifacts, page)),
    section('Notes', noteList(detail.notes)),
  );
  return {
    element: article,
    settle: (place) => {
      moments?.settle();
      settle(logs, detail, place);
    },
  };
}

function heading(test: PageTest, { data, open }: Page): HTMLElement {
  const kind = kindOf(test);
  const siblings = data.tests.flatMap((other, index) =>
    other.id === test.id
      ? [tileLink(index, data, { open, label: cellLabel(data, other.cell), isCurrent: other === test })]
      : [],
  );
  return element(
    'header',
    { class: 'heading' },
    button(
      { class: 'quiet back', 'aria-label': 'Back to the overview' },
      () => open({ kind: 'overview' }),
      '← Overview',
    ),
    element(
      'p',
      { class: 'where' },
      element('span', { class: 'badge', 'data-kind': kind }, wordsOf(test)),
      cellLabel(data, test.cell),
      element('span', { class: 'soft' }, duration(test.durationMs)),
    ),
    element('h2', {}, test.id),
    test.point === undefined
      ? undefined
      : element(
          'p',
          {},
          element('code', {}, test.point.access || 'no access'),
          ` ${test.point.outcome}: ${test.point.why}`,
        ),
    siblings.length > 1
      ? element('div', { class: 'siblings', role: 'group', 'aria-label': 'The same test in all cells' }, ...siblings)
      : undefined,
  );
}

function findings({ findings: all }: PageDetail, page: Page, test: number): readonly HTMLElement[] {
  return all.map(({ title, kind, source, line, console }, index) =>
    element(
      'div',
      { class: 'finding', 'data-first': String(index === 0) },
      element('p', { class: 'title' }, title),
      element(
        'p',
        { class: 'soft' },
        source === undefined ? undefined : element('code', { class: 'source' }, `${source.file}:${source.line}`),
        kind,
        console === undefined
          ? undefined
          : element(
              'a',
              { href: page.addressOf({ kind: 'test', test, line: { path: console, number: line } }) },
              `console, line ${line}`,
            ),
      ),
    ),
  );
}

/** The reason is skipped when the finding's title says the same. */
function reasonOf({ ok }: PageTest, { reason, expected, description, findings: [finding] }: PageDetail): HTMLElement {
  const isTold = finding !== undefined && reason.endsWith(finding.title);
  return element(
    'div',
    { class: 'reason' },
    isTold ? undefined : element('pre', { class: 'said' }, reason),
    element('p', { class: 'soft' }, ok ? `As expected: ${expected}.` : `Expected: ${expected}.`),
    description === '' ? undefined : element('p', { class: 'description' }, description),
  );
}

function again({ reproduce, shell }: PageDetail): HTMLElement {
  return element(
    'div',
    {},
    commandLine(reproduce, 'the command that runs it again'),
    commandLine(shell, 'the command that opens a shell on its machine'),
  );
}

function commandLine(command: string, what: string): HTMLElement {
  return element(
    'div',
    { class: 'again' },
    element('code', { tabindex: '0', 'aria-label': what.replace(/^t/, 'T') }, command),
    copyButton(command, what),
  );
}

function logViews(test: number, detail: PageDetail, page: Page): ReadonlyMap<string, LogView> {
  // The kernel's report first; without one, the test's own output.
  const paths = [
    ...new Set([
      ...detail.findings.map(({ console }) => console),
      detail.buildLog,
      ...detail.stages.map(({ log }) => log),
      detail.console,
    ]),
  ];
  return new Map(
    paths.flatMap((path) => {
      if (path === undefined) return [];
      const text = Object.hasOwn(page.data.texts, path) ? page.data.texts[path] : undefined;
      return text === undefined
        ? []
        : [[path, createLogView({ title: titleOf(path, detail), path, text, test }, page)]];
    }),
  );
}

function momentsOf({ timeline: path }: PageDetail, page: Page): Moments | undefined {
  const timeline =
    path !== undefined && Object.hasOwn(page.data.timelines, path) ? page.data.timelines[path] : undefined;
  return path === undefined || timeline === undefined ? undefined : createMoments(path, timeline, page);
}

function timelineLink({ timeline: path }: PageDetail, page: Page): HTMLElement | undefined {
  return path === undefined ? undefined : element('p', {}, fileAnchor(path, page));
}

function titleOf(path: string, { stages, console, buildLog }: PageDetail): string {
  const stage = stages.find(({ log }) => log === path);
  if (stage !== undefined) return `Output of ${stage.name}`;
  if (path === buildLog) return 'Output of the build';
  return path === console ? 'Console' : 'Console of the boot';
}

/** Shows the reports as text when their console is not on the page. */
function otherLogs(
  { findings: all, console, buildLog, stages }: PageDetail,
  logs: ReadonlyMap<string, LogView>,
  page: Page,
): HTMLElement {
  const reports = all
    .filter((finding) => finding.console === undefined || !logs.has(finding.console))
    .map(({ report }) => element('pre', { class: 'report' }, report));
  const links = [buildLog, console, ...stages.map(({ log }) => log)]
    .filter((path) => path !== undefined)
    .filter((path) => !logs.has(path))
    .map((path) => element('li', {}, fileAnchor(path, page)));
  return element('div', {}, ...reports, links.length === 0 ? undefined : element('ul', { class: 'files' }, ...links));
}

function settle(
  logs: ReadonlyMap<string, LogView>,
  { findings: [finding] }: PageDetail,
  { line }: Extract<PagePlace, { kind: 'test' }>,
): void {
  if (line !== undefined) {
    const view = logs.get(line.path);
    if (view?.goTo(line.number) === true) view.element.scrollIntoView({ block: 'nearest' });
    return;
  }
  if (finding?.console !== undefined) logs.get(finding.console)?.goTo(finding.line);
  for (const [path, view] of logs)
    if (path !== finding?.console) view.element.querySelector('.lines')?.scrollTo(0, Number.MAX_SAFE_INTEGER);
}
