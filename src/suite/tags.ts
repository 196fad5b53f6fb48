import { bounds } from '../bounds/bounds.ts';
import { wording } from './problem-wording.ts';
import type { Report } from './suite-problem.ts';
import { listLines, type TextFile } from './text-file.ts';

/** Whether a word can be a tag. `!` and `,` stay free for `--tag`. */
export function isTag(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(word) && word.length <= bounds.tags.chars;
}

/** `info/tags`: words, separated by blanks or line ends. `#` at the start of a word begins a comment. */
export function parseTags(file: TextFile, report: Report): readonly string[] {
  const lineOf = new Map<string, number>();
  for (const { number, text } of listLines(file)) {
    for (const word of text.split(/\s+/)) {
      const firstLine = lineOf.get(word);
      if (firstLine !== undefined) report(file.path, number, wording.namedTwice(word, firstLine));
      else if (!isTag(word)) report(file.path, number, wording.badTag(word));
      lineOf.set(word, firstLine ?? number);
    }
  }
  if (lineOf.size > bounds.tags.count)
    report(file.path, undefined, wording.tooManyTags(bounds.tags.count, lineOf.size));
  return [...lineOf.keys()];
}
