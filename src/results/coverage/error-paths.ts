import type { SweepResult } from '../sweep-result.ts';
import type { TestResult } from '../results.ts';
import { formatLines, linesIn } from './line-ranges.ts';

export type ErrorPaths = NonNullable<SweepResult['errorPaths']>;
type FileLines = NonNullable<TestResult['coverage']>[number];

/** Lines that ran, in the run without a fault and at all points. */
export interface ReachedInSweep {
  readonly withoutFault: readonly FileLines[];
  readonly atPoints: readonly FileLines[];
}

/** How much of the error paths ran. `behind`: the lines of the functions that make the calls. */
export function errorPathsOf(behind: readonly FileLines[], { withoutFault, atPoints }: ReachedInSweep): ErrorPaths {
  const usual = byFile(withoutFault);
  const reached = byFile(atPoints);
  const files = behind.flatMap(({ file, lines }) => {
    const own = linesIn(lines).filter((line) => usual.get(file)?.has(line) !== true);
    const left = own.filter((line) => reached.get(file)?.has(line) !== true);
    return own.length === 0 ? [] : [{ file, own, left }];
  });
  const lines = files.reduce((sum, { own }) => sum + own.length, 0);
  return {
    lines,
    reached: lines - files.reduce((sum, { left }) => sum + left.length, 0),
    files: files.map(({ file, own, left }) => ({ file, lines: formatLines(own), unreached: formatLines(left) })),
  };
}

function byFile(parts: readonly FileLines[]): ReadonlyMap<string, ReadonlySet<number>> {
  const files = new Map<string, Set<number>>();
  for (const { file, lines } of parts) {
    const all = files.get(file) ?? new Set();
    files.set(file, all);
    for (const line of linesIn(lines)) all.add(line);
  }
  return files;
}
