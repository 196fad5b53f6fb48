import { plainLine, plainText } from '../report/escape-text.ts';
import { formatProblem } from '../suite/suite-problem.ts';
import type { SuiteProblem } from '../suite/suite.ts';

/**
 * A problem as text for a terminal. Names of files are whatever somebody called them: escape sequences, line ends and
 * marks of direction in them are spelled out, so that no name looks like a problem of its own.
 */
export function problemText(problem: SuiteProblem, cwd: string): string {
  return formatProblem(problem, cwd, { path: plainLine, words: plainText });
}
