import { kindOfLetter, type HistoryKind } from '../../../../results/history/letters.ts';
import type { BranchView, ViewCommit, ViewRow } from '../../../history/branch-view.ts';
import { kindSigns, kindWords } from '../../page-filter.ts';
import { element } from '../element.ts';

const shortChars = 8;

export function shortId({ id }: ViewCommit): string {
  return id.slice(0, shortChars);
}

/** `2026-01-31` */
export function dayOf({ startedMs }: ViewCommit): string {
  return new Date(startedMs).toISOString().slice(0, 10);
}

/** A commit's short id, as a link where its address is known. */
export function commitLink(commit: ViewCommit | undefined): HTMLElement {
  if (commit === undefined) return element('span', {}, '–');
  const title = `${commit.id}, ${dayOf(commit)}`;
  return commit.address === undefined
    ? element('code', { title }, shortId(commit))
    : element(
        'a',
        { class: 'path', href: commit.address, title, rel: 'noopener noreferrer', target: '_blank' },
        shortId(commit),
      );
}

/** A commit and its day. */
export function commitAndDay(view: BranchView, position: number | undefined): HTMLElement {
  const commit = position === undefined ? undefined : view.commits[position];
  if (commit === undefined) return element('span', { class: 'soft' }, 'never');
  return element(
    'span',
    { class: 'whole' },
    commitLink(commit),
    element('span', { class: 'soft' }, ` ${dayOf(commit)}`),
  );
}

export function cellOf({ data }: BranchView, { cell }: ViewRow): string {
  return data.cells[cell]?.label ?? '';
}

export function wordsOfLetter(letter: string): string {
  return wordsOfKind(kindOfLetter(letter));
}

function wordsOfKind(kind: HistoryKind): string {
  return kind === 'not run' ? 'not run' : kindWords[kind];
}

export function signOfLetter(letter: string): string {
  const kind = kindOfLetter(letter);
  return kind === 'not run' ? '' : kindSigns[kind];
}

/** `1 commit`, `12 commits`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : `${noun}s`}`;
}
