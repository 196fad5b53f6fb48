import { plainLine, plainText } from '../../text/escape-text.ts';

/**
 * Untrusted text as a code span. Nothing in it is read as markup, mention, reference, link or HTML. A pipe becomes a
 * broken bar, because it would end a table cell.
 */
export function codeSpan(text: string): string {
  const line = plainLine(text).replaceAll('|', '¦');
  if (line === '') return '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** Untrusted text as a code block. The fence is longer than any in the text. */
export function codeBlock(text: string, language: 'text' | 'sh'): string {
  const plain = plainText(text).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(plain) + 1));
  return `${fence}${language}\n${plain}\n${fence}`;
}

/** A table. The cells are Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
