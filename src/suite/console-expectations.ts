import { parseRegex } from './field-values.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wording } from './problem-wording.ts';
import type { Report, Wording } from './suite-problem.ts';
import type { ConsoleExpectation } from './suite.ts';
import { linesOf, type TextFile } from './text-file.ts';

/**
 * Parses `info/expect-console`: one `allow REGEX [until=YYYY-MM-DD] [# reason]` or `require REGEX [# reason]` per line.
 */
export function parseConsoleExpectations(file: TextFile, report: Report): readonly ConsoleExpectation[] {
  return linesOf(file).flatMap(({ number, text }) => {
    const line = splitComment(text);
    if (line.content === '') return [];
    const expectation = parseExpectation(line, (words) => report(file.path, number, words));
    return expectation === undefined ? [] : [{ ...expectation, file: file.path, line: number }];
  });
}

/** A line that begins with `allow`. Undefined: it is none, which was told. */
export function parseAllowLine(
  text: string,
  complain: Complain,
): Omit<ConsoleExpectation, 'file' | 'line'> | undefined {
  return parseExpectation(splitComment(text), complain);
}

interface CommentedLine {
  readonly content: string;
  /** The text after `#`; empty when there is none. */
  readonly comment: string;
}

type Complain = (words: Wording) => void;

function parseExpectation(
  { content, comment }: CommentedLine,
  complain: Complain,
): Omit<ConsoleExpectation, 'file' | 'line'> | undefined {
  const [, kind, rest] = /^(\S+)\s*(.*)$/.exec(content) ?? [];
  if (kind !== 'allow' && kind !== 'require') {
    complain(wording.badExpectation(content, nearestName(kind ?? '', ['allow', 'require'])));
    return undefined;
  }
  const before = splitUntil(rest ?? '');
  const after = splitUntil(comment);
  const pattern = parsePattern(kind, before.text, complain);
  const until = parseUntil([...before.days, ...after.days], complain);
  if (kind === 'require' && until !== undefined) complain(wording.untilOnRequire());
  return pattern === undefined ? undefined : { kind, pattern, reason: after.text, until };
}

function parsePattern(kind: string, text: string, complain: Complain): RegExp | undefined {
  if (text === '') {
    complain(wording.noPattern(kind));
    return undefined;
  }
  const pattern = parseRegex(text, complain);
  if (pattern?.test('') !== true) return pattern;
  complain(wording.matchesAnything(text));
  return undefined;
}

/** `#` starts a comment at the start of the line or after white space, unless a backslash precedes it. */
function splitComment(text: string): CommentedLine {
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position);
    if (character === '\\') position++;
    else if (character === '#' && /^$|\s$/.test(text.slice(0, position).slice(-1))) {
      return { content: text.slice(0, position).trim(), comment: text.slice(position + 1).trim() };
    }
  }
  return { content: text.trim(), comment: '' };
}

/** Removes words that start with `until=` from the end of a pattern, or from a reason. */
function splitUntil(text: string): { readonly text: string; readonly days: readonly string[] } {
  const days: string[] = [];
  const kept = text.replaceAll(/(?:^|\s+)until=(\S*)(?=\s|$)/g, (_whole, day: string) => {
    days.push(day);
    return '';
  });
  return { text: kept.trim(), days };
}

function parseUntil([day, second]: readonly string[], complain: Complain): string | undefined {
  if (day === undefined) return undefined;
  if (second !== undefined) complain(wording.repeatedUntil());
  if (!isDay(day)) complain(wording.badUntil(`until=${day}`));
  return day;
}

/** Whether the text is YYYY-MM-DD and that day exists. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
