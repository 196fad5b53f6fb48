import { relative } from 'node:path';
import { shellJoin } from '../text/shell-quote.ts';
import type { SuiteProblem } from './suite.ts';

/** What is wrong and what to do. The reporter adds the place. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** Reports a problem at a file or directory, and at a line (from 1) if there is one. */
export type Report = (file: string, line: number | undefined, wording: Wording) => void;

/** Makes text with file names safe to show. */
export interface Visible {
  /** On one line. */
  readonly path: (text: string) => string;
  readonly words: (text: string) => string;
}

/** `path:line: message`, and the hint on its own line. Paths below `cwd` (absolute) are shown relative to it. */
export function formatProblem(problem: SuiteProblem, cwd: string, visible: Visible): string {
  const shown = shownPath(problem.file, cwd);
  const place = problem.line === undefined ? visible.path(shown) : `${visible.path(shown)}:${problem.line}`;
  const hint = problem.hint?.replaceAll(shellJoin([problem.file]), shellJoin([shown]));
  return `${place}: ${visible.words(problem.message)}${hint === undefined ? '' : `\n  hint: ${visible.words(hint)}`}`;
}

/** Ordered by file, then by line. The tests of a table share their files, so a problem may come several times. */
export function sortProblems(problems: readonly SuiteProblem[]): readonly SuiteProblem[] {
  const distinct = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...distinct.values()].toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}

/** A quotation of what was found: one line, limited in length. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text));
}

export function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  if (fromHere === '') return '.';
  return fromHere === '..' || fromHere.startsWith('../') ? path : fromHere;
}

/** Compares UTF-16 code units, independent of the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
