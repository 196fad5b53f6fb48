import { readFileSync } from 'node:fs';

/** The number of the single line with this mark in a source. */
export function lineWithMark(path: string, mark: string): number {
  const marked = readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.includes(`/* ${mark} */`) ? [index + 1] : []));
  if (marked.length !== 1 || marked[0] === undefined)
    throw new Error(`${path} has ${marked.length} lines marked ${mark}`);
  return marked[0];
}
