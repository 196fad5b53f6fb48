import { nearestName } from '../text/nearest-name.ts';
import { parseAllowLine } from './console-expectations.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import type { ConsoleExpectation, LeakRules } from './suite.ts';
import { linesOf, listLines, type TextFile } from './text-file.ts';

const words = ['off', 'allow', 'watch'];

/**
 * Parses `info/leaks`: `off`, `watch MODULE …`, or `allow REGEX [until=YYYY-MM-DD] [# reason]`, one per line. Alone,
 * `off` is the whole file.
 */
export function parseLeakRules(file: TextFile, report: Report): LeakRules {
  const lines = listLines(file);
  const [off] = lines.filter(({ text }) => text === 'off');
  if (off !== undefined && lines.length > 1) report(file.path, off.number, wording.offIsNotAlone());
  const watched: string[] = [];
  const allowed: ConsoleExpectation[] = [];
  for (const { number, text } of linesOf(file)) {
    const [, word = '', rest = ''] = /^\s*([^\s#]+)\s*(.*)$/.exec(text) ?? [];
    if (word === '' || word === 'off') continue;
    if (word === 'watch') watched.push(...readNames(rest, file, { number, report }));
    else if (word !== 'allow') report(file.path, number, wording.badLeakLine(text, nearestName(word, words)));
    else {
      const expectation = parseAllowLine(text, (problem) => report(file.path, number, problem));
      if (expectation !== undefined) allowed.push({ ...expectation, only: 'leak', file: file.path, line: number });
    }
  }
  return { isOff: off !== undefined, watched, allowed };
}

interface Place {
  readonly number: number;
  readonly report: Report;
}

/** The kernel knows a module by its name with underscores. */
function readNames(text: string, file: TextFile, { number, report }: Place): readonly string[] {
  const names = text
    .replace(/(?:^|\s)#.*$/, '')
    .split(/\s+/)
    .filter((name) => name !== '');
  if (names.length === 0) report(file.path, number, wording.noModuleToWatch());
  return names.flatMap((name) => {
    if (/^[\w-]{1,55}$/.test(name)) return [name.replaceAll('-', '_')];
    report(file.path, number, wording.badModuleName(name));
    return [];
  });
}
