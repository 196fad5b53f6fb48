import { linesOf } from './text-file.ts';
import type { TextFile, TextLine } from './text-file.ts';

/** The lines of a list-like file: without comments (`#` at the start of a word), outer white space and empty lines. */
export function listLines(file: TextFile): readonly TextLine[] {
  return linesOf(file)
    .map(({ number, text }) => ({ number, text: text.replace(/(?:^|\s)#.*$/, '').trim() }))
    .filter(({ text }) => text !== '');
}
