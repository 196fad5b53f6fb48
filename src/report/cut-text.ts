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
