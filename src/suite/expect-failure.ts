import { nearestName } from './nearest-name.ts';
import { wording } from './problem-wording.ts';
import { parseRegex } from './regex.ts';
import type { Expectation } from './suite.ts';
import type { Report } from './suite-problem.ts';
import { linesOf } from './text-file.ts';
import type { TextFile } from './text-file.ts';

const words = ['fail', 'timeout', 'hang', 'crash'] as const;

/** `info/expect-failure`: the first line that is not blank narrows it; what follows is for the reader. */
export function parseExpectFailure(file: TextFile, report: Report): Expectation {
  const first = linesOf(file).find(({ text }) => text.trim() !== '');
  if (first === undefined) return { kind: 'any-failure' };
  const line = first.text.trim();
  const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const kind = words.find((candidate) => candidate === word);
  if (kind === undefined || (kind !== 'crash' && rest !== '')) {
    report(file.path, first.number, wording.badExpectFailure(line, kind ?? nearestName(word, words)));
    return { kind: 'any-failure' };
  }
  if (kind !== 'crash') return { kind };
  const title = rest === '' ? undefined : parseRegex(rest, (problem) => report(file.path, first.number, problem));
  return { kind, title };
}
