import { linesIn } from '../../results/coverage/line-ranges.ts';
import type { CoverageResult, Results } from '../../results/results.ts';
import { testsByLine } from './tests-by-line.ts';

/**
 * `lcov.info`: a record of each source file, as lcov's geninfo(1) describes it. A line's count is the number of tests
 * that reached it. A line end in a path would begin another entry, so such a file is left out.
 */
export function* lcovPieces(results: Results, { files }: CoverageResult): Iterable<string> {
  const counts = testsByLine(results);
  yield 'TN:\n';
  for (const one of files.filter(({ file }) => !/[\r\n]/.test(file))) {
    const reached = new Set([...linesIn(one.ran), ...linesIn(one.ranOnlyByFaults)]);
    const countOf = (line: number): number => (reached.has(line) ? Math.max(1, counts(one.file, line)) : 0);
    const lines = linesIn(one.coverable).map((line) => `DA:${line},${countOf(line)}\n`);
    yield `SF:${one.file}\n${lines.join('')}LF:${one.lines}\nLH:${one.reached}\nend_of_record\n`;
  }
}
