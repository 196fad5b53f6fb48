/** A Markdown table. A heading that starts with a blank marks a column of numbers. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;
  const rule = headings.map((heading) => (heading.startsWith(' ') ? '--:' : '---'));
  return [line(headings), `|${rule.join('|')}|`, ...rows.map(line)].join('\n');
}

/** `482 ms`, `9.6 s`: as precise as a single run allows. */
export function duration(milliseconds: number): string {
  if (Math.abs(milliseconds) < 9.95) return `${milliseconds.toFixed(1)} ms`;
  return Math.abs(milliseconds) < 1999.5 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** `0.19 us`, `47 us` */
export function microseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} us`;
}

/** `13.5 times` */
export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} times`;
}

export function mebibytes(kibibytes: number): string {
  return `${(kibibytes / 1024).toFixed(1)} MiB`;
}
