import { bounds } from '../../bounds/bounds.ts';
import type { FileLines } from '../../run/evidence/covered-lines.ts';
import { parseLines } from '../coverage/line-ranges.ts';
import {
  cellId,
  defined,
  formatOf,
  insidePath,
  listOf,
  must,
  name,
  object,
  optional,
  text,
  wholeNumber,
  withKeywords,
} from './values.ts';

const isLines = must<string>((value) =>
  parseLines(value) === undefined ? 'numbers of lines such as 3-5,9' : undefined,
);

/** Numbers of lines. */
export function lineNumbers(description: string): ReturnType<typeof text> {
  return withKeywords({ description: `${description} Ascending: \`3-5,9\`.` }, text().check(isLines));
}

const file = insidePath(
  "A source file, relative to the project's root, which is that of its repository if it is in one.",
);

export const fileLines = formatOf<FileLines>()(
  defined('fileLines', object({ file, lines: lineNumbers('Numbers of lines.') }, 'Lines of one source file.')),
);

/** Lines that ran in one machine. */
export function reachedLines(description?: string): ReturnType<typeof listOf<typeof fileLines>> {
  return listOf(fileLines, description, bounds.coverage.files);
}

export const coveredSource = {
  file,
  coverable: lineNumbers('The lines of which it is known whether they ran.'),
  source: optional(insidePath('A copy of the file as it was compiled. Relative to the results directory.')),
};

const coverageFile = defined(
  'coverageFile',
  object(
    {
      ...coveredSource,
      lines: wholeNumber('How many lines there are in `coverable`.'),
      reached: wholeNumber('How many of them ran in any test.'),
      onlyByFaults: wholeNumber('How many of these ran only in tests in which a fault fired.'),
      ran: lineNumbers('The lines that ran in a test in which no fault fired.'),
      ranOnlyByFaults: lineNumbers('The others that ran.'),
    },
    'A source file of the modules under test.',
  ),
);

const notCovered = object(
  { cell: cellId(), suite: name("The suite's name."), reason: text('Why.') },
  'Modules of which it is not known what ran.',
);

export const codeCoverage = defined(
  'codeCoverage',
  object(
    {
      lines: wholeNumber('How many lines there are of which it is known whether they ran.'),
      reached: wholeNumber('How many of them ran in any test.'),
      onlyByFaults: wholeNumber('How many of these ran only in tests in which a fault fired.'),
      files: listOf(coverageFile, 'By their paths.', bounds.coverage.files),
      notMeasured: listOf(notCovered, 'Where it was not measured. The tests ran all the same.'),
    },
    "With --coverage: which lines of the suites' modules ran, all tests and cells together. docs/coverage.md says " +
      'what counts.',
  ),
);
