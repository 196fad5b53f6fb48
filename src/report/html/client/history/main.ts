import { type BranchView, mainBranch, viewBranch } from '../../../history/branch-view.ts';
import type { HistoryData } from '../../../history/history-data.ts';
import { kernelSupport, supportWords } from '../../../history/kernel-support.ts';
import { kindSigns, kindWords, testKinds } from '../../page-filter.ts';
import { element } from '../element.ts';
import { createThemeButton } from '../theme.ts';
import { createBoard } from './board.ts';
import { brokenSection, coverageSection, crashSection, flakySection, slowerSection } from './lists.ts';
import { supportSection } from './support.ts';
import { counted, dayOf } from './words.ts';

const signOf = { good: '✓', bad: '✗', unknown: '?' } as const;

startPage(readData());

function readData(): HistoryData {
  const text = document.getElementById('data')?.textContent;
  if (text === undefined) throw new Error('Internal error: the page has no data');
  // Written into this page by renderHistory.
  return JSON.parse(text) as HistoryData;
}

function startPage(data: HistoryData): void {
  const heading = element('div', { class: 'answer' });
  const content = element('main', {});
  const branches = branchChoice(data, (branch) => show(branch));
  let focusSearch = (): void => undefined;
  const show = (branch: number): void => {
    const view = viewBranch(data, branch);
    const board = createBoard(view);
    focusSearch = board.focusSearch;
    heading.replaceChildren(...answer(view));
    const sections = [
      supportSection(view),
      brokenSection(view),
      board.element,
      legend(),
      flakySection(view),
      slowerSection(view),
      crashSection(view),
      coverageSection(view),
    ];
    content.replaceChildren(...sections.filter((section) => section !== undefined));
  };
  document.body.append(
    element('header', { class: 'top' }, heading, branches, createThemeButton()),
    ...data.notes.map((note) => element('p', { class: 'note' }, note)),
    content,
  );
  show(mainBranch(data));
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    if (event.key !== '/') return;
    focusSearch();
    event.preventDefault();
  });
}

function branchChoice({ branches, branchOf, ...data }: HistoryData, onChoose: (branch: number) => void): HTMLElement {
  const counts = branches.map(() => 0);
  for (const branch of branchOf) counts[branch] = (counts[branch] ?? 0) + 1;
  const choice = element(
    'select',
    { 'aria-label': 'Branch' },
    ...branches.map((name, branch) =>
      element(
        'option',
        { value: String(branch) },
        `${name || 'no branch'} (${counted(counts[branch] ?? 0, 'commit')})`,
      ),
    ),
  );
  choice.value = String(mainBranch({ branches, branchOf, ...data }));
  choice.addEventListener('change', () => onChoose(Number(choice.value)));
  return choice;
}

function answer(view: BranchView): readonly HTMLElement[] {
  const { label, message, state } = supportWords(kernelSupport(view));
  const [oldest, newest] = [view.commits[0], view.commits.at(-1)];
  const facts = [
    counted(view.commits.length, 'commit'),
    ...(oldest === undefined || newest === undefined ? [] : [`${dayOf(oldest)} to ${dayOf(newest)}`]),
    `qemu-driver-test ${view.data.version}`,
  ];
  return [
    element(
      'h1',
      {},
      element('span', { class: 'lamp', 'data-state': state, 'aria-hidden': 'true' }, signOf[state]),
      `${label}: ${message}`,
    ),
    element('p', { class: 'facts' }, facts.join(' · ')),
  ];
}

function legend(): HTMLElement {
  return element(
    'p',
    { class: 'legend' },
    ...testKinds.map((kind) =>
      element(
        'span',
        {},
        element('span', { class: 'tile', 'data-kind': kind, 'aria-hidden': 'true' }, kindSigns[kind]),
        ` ${kindWords[kind]}`,
      ),
    ),
  );
}
