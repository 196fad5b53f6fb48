import stringWidth from 'string-width';
import { plainText } from './escape-text.ts';

/** A character as readers see it: an emoji of several code points, a letter with its accents. */
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The columns that a line of visible characters needs on a terminal. */
export function textWidth(line: string): number {
  return /^[ -~]*$/.test(line) ? line.length : stringWidth(line, { countAnsiEscapeCodes: true });
}

/** The line cut to this many columns, with an ellipsis at the end. */
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

/** The line padded with spaces to this many columns. */
export function padWidth(line: string, columns: number): string {
  return line + ' '.repeat(Math.max(0, columns - textWidth(line)));
}

/** A table of plain text: each row as a line, with its cells in columns. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const cells = rows.map((row) => row.map((text) => plainText(text).replaceAll('\n', ' ')));
  const width = (column: number): number => Math.max(...cells.map((row) => textWidth(row[column] ?? '')));
  return cells.map((row) =>
    row
      .map((text, column) => padWidth(text, width(column)))
      .join('  ')
      .trimEnd(),
  );
}

/** Wraps words into lines of at most this many columns. A longer word is broken. */
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

/** A limit for shown text. */
export interface TextLimit {
  readonly lines: number;
  readonly columns: number;
}

/** Cuts a text to a limit. Two thirds of the kept lines are from its start, and the gap is marked. */
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

/** Wrapped text behind a label. Further lines are aligned with the first. */
export function hangingLines(label: string, text: string, columns: number): readonly string[] {
  const width = Math.max(20, columns - label.length);
  const lines = plainText(text)
    .split('\n')
    .flatMap((line) => wrapWords(line, width));
  return lines.map((line, index) => `${index === 0 ? label : ' '.repeat(label.length)}${line}`);
}
