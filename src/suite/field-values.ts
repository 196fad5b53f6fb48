import type { OneValueField } from './info-fields.ts';
import { nearestName } from '../text/nearest-name.ts';
import { wording } from './problem-wording.ts';
import type { Report, Wording } from './suite-problem.ts';
import type { AfterBug, Expectation, Shutdown } from './suite.ts';
import { linesOf, type TextFile, type TextLine } from './text-file.ts';

/** The single value of a field, trimmed; undefined when a problem was reported. */
export function readOneValue(file: TextFile, field: OneValueField, report: Report): TextLine | undefined {
  const [value, second] = linesOf(file)
    .map(({ number, text }) => ({ number, text: text.trim() }))
    .filter(({ text }) => text !== '');
  if (value === undefined) {
    report(file.path, 1, wording.emptyField(field));
    return undefined;
  }
  if (second !== undefined) {
    report(file.path, second.number, wording.secondValue(field, second.text));
    return undefined;
  }
  return value;
}

/** `info/timeout` or `info/boot-timeout` in milliseconds; undefined when a problem was reported. */
export function parseTimeout(
  file: TextFile,
  report: Report,
  field: 'timeout' | 'boot-timeout' = 'timeout',
): number | undefined {
  const value = readOneValue(file, field, report);
  if (value === undefined) return undefined;
  const seconds = parseSeconds(value.text);
  if (seconds.kind === 'duration') return seconds.durationMs;
  report(file.path, value.number, wording.badTimeout(seconds.reason, value.text));
  return undefined;
}

const afterBugWords: readonly AfterBug[] = ['end', 'continue'];

/** `info/after-bug`; undefined when a problem was reported. */
export function parseAfterBug(file: TextFile, report: Report): AfterBug | undefined {
  const value = readOneValue(file, 'after-bug', report);
  if (value === undefined) return undefined;
  const word = afterBugWords.find((candidate) => candidate === value.text);
  if (word === undefined)
    report(file.path, value.number, wording.badAfterBug(value.text, nearestName(value.text, afterBugWords)));
  return word;
}

const shutdownWords: readonly Shutdown[] = ['run', 'skip'];

/** `info/shutdown`; undefined when a problem was reported. */
export function parseShutdown(file: TextFile, report: Report): Shutdown | undefined {
  const value = readOneValue(file, 'shutdown', report);
  if (value === undefined) return undefined;
  const word = shutdownWords.find((candidate) => candidate === value.text);
  if (word === undefined)
    report(file.path, value.number, wording.badShutdown(value.text, nearestName(value.text, shutdownWords)));
  return word;
}

/** A duration as a person writes it. */
export type Seconds =
  | { readonly kind: 'duration'; readonly durationMs: number }
  /** `reason` starts a sentence that ends with what was found. */
  | { readonly kind: 'problem'; readonly reason: string };

const longestSeconds = 7 * 24 * 60 * 60;

/** Parses a positive number of seconds, with decimals, up to a week, as in `info/timeout` and `--timeout`. */
export function parseSeconds(text: string): Seconds {
  if (!/^\d+(?:\.\d+)?$/.test(text))
    return { kind: 'problem', reason: 'expected a number of seconds above 0, such as 60 or 2.5' };
  const seconds = Number(text);
  if (seconds > longestSeconds)
    return { kind: 'problem', reason: `expected at most ${longestSeconds} seconds (a week)` };
  const durationMs = Math.round(seconds * 1000);
  if (durationMs === 0) return { kind: 'problem', reason: 'expected at least 0.001 seconds' };
  return { kind: 'duration', durationMs };
}

/** Compiles an author's regular expression (JavaScript syntax, no flags); undefined when a problem was reported. */
export function parseRegex(pattern: string, complain: (words: Wording) => void): RegExp | undefined {
  try {
    return new RegExp(pattern);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    complain(wording.badRegex(pattern, cause.message.slice(cause.message.lastIndexOf(': ') + 2)));
    return undefined;
  }
}

const failureKinds = ['fail', 'timeout', 'hang', 'crash'] as const;

/** `info/expect-failure`: the first non-blank line narrows it; the rest is for readers. */
export function parseExpectFailure(file: TextFile, report: Report): Expectation {
  const first = linesOf(file).find(({ text }) => text.trim() !== '');
  if (first === undefined) return { kind: 'any-failure' };
  const line = first.text.trim();
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = failureKinds.find((candidate) => candidate === word);
  if (kind === undefined || (kind !== 'crash' && rest !== '')) {
    report(file.path, first.number, wording.badExpectFailure(line, kind ?? nearestName(word, failureKinds)));
    return { kind: 'any-failure' };
  }
  if (kind !== 'crash') return { kind };
  const title = rest === '' ? undefined : parseRegex(rest, (problem) => report(file.path, first.number, problem));
  return { kind, title };
}
