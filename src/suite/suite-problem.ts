import { relative } from 'node:path';
import { shellJoin } from '../text/shell-quote.ts';
import type { SuiteProblem } from './suite.ts';

/** What is wrong and what to do about it; the place is added by whoever reports it. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** Notes a problem at a file or directory, and at a line (from 1) where there is one. */
export type Report = (file: string, line: number | undefined, wording: Wording) => void;

/** How text that names files becomes text that may be shown. */
export interface Visible {
  /** On one line. */
  readonly path: (text: string) => string;
  readonly words: (text: string) => string;
}

/** `path:line: message` and, on a line of its own, the hint. Paths below `cwd` (absolute) are shown relative to it. */
export function formatProblem(problem: SuiteProblem, cwd: string, visible: Visible): string {
  const shown = shownPath(problem.file, cwd);
  const place = problem.line === undefined ? visible.path(shown) : `${visible.path(shown)}:${problem.line}`;
  const hint = problem.hint?.replaceAll(shellJoin([problem.file]), shellJoin([shown]));
  return `${place}: ${visible.words(problem.message)}${hint === undefined ? '' : `\n  hint: ${visible.words(hint)}`}`;
}

/** By file, then by line. */
export function sortProblems(problems: readonly SuiteProblem[]): readonly SuiteProblem[] {
  return problems.toSorted((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0));
}

/** What was found, in quotes, on one line and short enough to read. */
export function quoted(text: string): string {
  const shortened = text.length > 60 ? `${text.slice(0, 57)}…` : text;
  return JSON.stringify(shortened);
}

function shownPath(path: string, cwd: string): string {
  const fromHere = relative(cwd, path);
  if (fromHere === '') return '.';
  return fromHere === '..' || fromHere.startsWith('../') ? path : fromHere;
}

/** By UTF-16 code units: the same everywhere, whatever the locale. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
