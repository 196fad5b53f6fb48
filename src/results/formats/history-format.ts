import { bounds } from '../../bounds/bounds.ts';
import { letterOfKind } from '../history/letters.ts';
import {
  amount,
  cellId,
  listOf,
  matching,
  moment,
  must,
  name,
  object,
  oneOf,
  optional,
  withKeywords,
  testId,
  text,
  wholeNumber,
} from './values.ts';

const { rows, shownChars, crashes } = bounds.history;

const letters = Object.values(letterOfKind).join('');
const letterText = Object.entries(letterOfKind)
  .map(([kind, letter]) => `\`${letter}\` ${kind}`)
  .join(', ');

/** The beginning of an address that is a page, not a program. */
export const addressOfCommits = /^https?:\/\/[^\s"<>]{1,300}$/;

/** Text that the page shows. Longer text was cut when the record was made. */
function shown(description: string): ReturnType<typeof text> {
  const format = text(description).check(
    must((value) => (value.length > shownChars ? `at most ${shownChars} characters` : undefined)),
  );
  return withKeywords({ maxLength: shownChars }, format);
}

const cell = object(
  {
    id: withKeywords({ minLength: 1 }, cellId('As in results.json.')),
    kernel: shown('As the user named it.'),
    release: name('As `uname -r` says it.'),
    machine: name('As the user named it.'),
    outcomes: withKeywords(
      { pattern: `^[${letters}]*$` },
      matchingLong(
        new RegExp(`^[${letters}]*$`),
        `One letter a test, in the order of \`tests\`: ${letterText}. Upper case: not as expected.`,
      ),
    ),
    durationsMs: listOf(
      withKeywords({ type: 'integer' }, amount()),
      'How long each test took, in milliseconds; 0: it was not run.',
      rows,
    ),
  },
  'The tests of one cell.',
);

function matchingLong(pattern: RegExp, description: string): ReturnType<typeof text> {
  return withKeywords(
    { description, maxLength: rows },
    text().check(must((value) => (pattern.test(value) ? undefined : 'a letter for each test'))),
  );
}

const crash = object(
  {
    fingerprint: shown('Stable over addresses, CPUs and process ids.'),
    title: shown('As in results.json.'),
    cells: listOf(wholeNumber(), 'Indices of the cells that it was in.', rows),
    tests: listOf(wholeNumber(), 'Indices of the tests that it was in; a boot has none.', rows),
  },
  'A kernel bug that was not expected.',
);

const coverage = object(
  {
    name: shown('What is counted, such as `edu: registers of edu`.'),
    touched: wholeNumber('How many of them were used.'),
    all: wholeNumber('How many there are.'),
  },
  'A figure of coverage.',
);

/** `history/RUN.json`. */
export const history = withKeywords(
  { $id: 'urn:qemu-driver-test:history:1', title: 'qemu-driver-test history' },
  object(
    {
      schema: oneOf(['qemu-driver-test/history/1'], 'The format of this file. Another number is another format.'),
      tool: object({ version: name('Version of qemu-driver-test.') }, 'What made the run.'),
      commit: withKeywords(
        { pattern: '^[0-9a-f]{7,64}$' },
        matching(/^[0-9a-f]{7,64}$/, 'the id of a commit', 'The commit that was tested. Lower-case hexadecimal.'),
      ),
      branch: optional(shown('The branch that it was tested on.')),
      commitsAt: optional(
        withKeywords(
          { pattern: '^https?://' },
          matching(addressOfCommits, 'an address', 'The address of a commit, without its id.'),
        ),
      ),
      startedAt: moment('When the run began: ISO 8601, UTC.'),
      durationMs: amount('The whole run, in milliseconds.'),
      accelerator: oneOf(['kvm', 'tcg'], 'How the guests were run.'),
      tests: listOf(withKeywords({ minLength: 1 }, testId('`suite/test`.')), 'Every test, once.', rows),
      cells: listOf(cell, 'Every combination of kernel and machine.', bounds.results.cells),
      crashes: optional(listOf(crash, 'Missing: there was none.', crashes)),
      coverage: optional(listOf(coverage, 'Missing: nothing was counted.', crashes)),
    },
    'history/RUN.json of qemu-driver-test: one run in a few hundred bytes, for `qemu-driver-test history`.',
  ),
);
