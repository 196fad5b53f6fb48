import stringWidth from 'string-width';
import { plainText } from './escape-text.ts';

/** What a reader takes for one character: an emoji of several code points, a letter with its accents. */
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many columns a terminal needs for a line of visible characters. */
export function textWidth(line: string): number {
  return /^[ -~]*$/.test(line) ? line.length : stringWidth(line, { countAnsiEscapeCodes: true });
}

/** The line cut to so many columns, with an ellipsis in the last one. */
export function fitWidth(line: string, columns: number): string {
  if (textWidth(line) <= columns) return line;
  let width = 0;
  let kept = '';
  for (const { segment } of characters.segment(line)) {
    width += textWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** The line filled up with spaces to so many columns. */
export function padWidth(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - textWidth(line)));
}

/** Words in lines of at most so many columns; a longer word is broken. */
export function wrapWords(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => breakWord(long, columns))) {
    if (line !== '' && textWidth(line) + 1 + textWidth(word) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, columns: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let width = 0;
  for (const { segment } of characters.segment(word)) {
    const next = textWidth(segment);
    if (width + next > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += segment;
    width += next;
  }
  return [...pieces, piece];
}

/** How much of a text is worth showing. */
export interface TextLimit {
  readonly lines: number;
  readonly columns: number;
}

/** The text within a limit; two thirds of its lines are the first ones, and what was left out is said in its place. */
export function cutText(text: string, limit: TextLimit): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x0a) end -= 1;
  const lines = text
    .slice(0, end)
    .split('\n')
    .map((line) => cutLine(line, limit.columns));
  if (lines.length <= limit.lines) return lines.join('\n');
  const head = Math.ceil((limit.lines * 2) / 3);
  const tail = limit.lines - head;
  const left = lines.length - head - tail;
  return [
    ...lines.slice(0, head),
    `[… ${left} ${left === 1 ? 'line' : 'lines'} left out …]`,
    ...lines.slice(lines.length - tail),
  ].join('\n');
}

/** A line of at most `columns` characters, never ending in half a character. */
export function cutLine(line: string, columns: number): string {
  if (line.length <= columns) return line;
  const end = isHighSurrogate(line.charCodeAt(columns - 2)) ? columns - 2 : columns - 1;
  return `${line.slice(0, end)}…`;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

/** Text behind a label, wrapped; what follows the first line stands below where it began. */
export function hangingLines(label: string, text: string, columns: number): readonly string[] {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text)
    .split('\n')
    .flatMap((line) => wrapWords(line, width));
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}
