import { nearestName } from './nearest-name.ts';
import { readOneValue } from './one-value.ts';
import { wording } from './problem-wording.ts';
import type { AfterBug } from './suite.ts';
import type { Report } from './suite-problem.ts';
import type { TextFile } from './text-file.ts';

const words: readonly AfterBug[] = ['end', 'continue'];

/** `info/after-bug`; undefined when it was reported as wrong. */
export function parseAfterBug(file: TextFile, report: Report): AfterBug | undefined {
  const value = readOneValue(file, 'after-bug', report);
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value.text);
  if (word === undefined)
    report(file.path, value.number, wording.badAfterBug(value.text, nearestName(value.text, words)));
  return word;
}
