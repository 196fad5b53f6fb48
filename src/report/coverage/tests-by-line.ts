import { linesIn } from '../../results/coverage/line-ranges.ts';
import type { Results } from '../../results/results.ts';

/** How many tests reached a line of a file. */
export function testsByLine({ tests }: Results): (file: string, line: number) => number {
  const counts = new Map<string, Map<number, number>>();
  for (const { coverage = [] } of tests) {
    for (const { file, lines } of coverage) {
      const ofFile = counts.get(file) ?? new Map<number, number>();
      counts.set(file, ofFile);
      for (const line of linesIn(lines)) ofFile.set(line, (ofFile.get(line) ?? 0) + 1);
    }
  }
  return (file, line) => counts.get(file)?.get(line) ?? 0;
}
