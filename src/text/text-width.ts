import { plainText } from './escape-text.ts';

/** How many columns a terminal needs for a line of visible characters. */
export function textWidth(line: string): number {
  let width = 0;
  for (const character of line) width += characterWidth(character);
  return width;
}

/** The line cut to so many columns, with an ellipsis in the last one. */
export function fitWidth(line: string, columns: number): string {
  if (textWidth(line) <= columns) return line;
  let width = 0;
  let kept = '';
  for (const character of line) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
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
  for (const character of word) {
    const next = characterWidth(character);
    if (width + next > columns && piece !== '') {
      pieces.push(piece);
      piece = '';
      width = 0;
    }
    piece += character;
    width += next;
  }
  return [...pieces, piece];
}

// East Asian wide and emoji take two columns, combining marks none.
function characterWidth(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  const code = character.codePointAt(0) ?? 0;
  const isWide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    code >= 0x1f300;
  return isWide ? 2 : 1;
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
