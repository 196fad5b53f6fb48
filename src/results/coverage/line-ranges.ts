import { bounds } from '../../bounds/bounds.ts';

/** Ascending numbers of lines as text: `3-5,9`. */
export function formatLines(lines: Iterable<number>): string {
  const parts: string[] = [];
  let first: number | undefined;
  let last = 0;
  const close = (): void => {
    if (first !== undefined) parts.push(first === last ? String(first) : `${first}-${last}`);
  };
  for (const line of [...lines].toSorted((a, b) => a - b)) {
    if (first !== undefined && line <= last + 1) {
      last = line;
      continue;
    }
    close();
    first = line;
    last = line;
  }
  close();
  return parts.join(',');
}

/**
 * The numbers in such a text. Undefined: it is none, or claims lines that no source has. What is read may come from
 * somebody else.
 */
export function parseLines(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const lines: number[] = [];
  for (const part of text.split(',')) {
    const [, from, to = from] = /^(\d{1,8})(?:-(\d{1,8}))?$/.exec(part) ?? [];
    const [first, last] = [Number(from), Number(to)];
    if (!(first > (lines.at(-1) ?? 0) && last >= first && last <= bounds.coverage.codeLine)) return undefined;
    if (lines.length + last - first >= bounds.coverage.linesOfFile) return undefined;
    for (let line = first; line <= last; line++) lines.push(line);
  }
  return lines;
}

/** The numbers in a text that was checked before. */
export function linesIn(text: string): readonly number[] {
  return parseLines(text) ?? [];
}
