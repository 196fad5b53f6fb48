import { outcome } from './finding-format.ts';
import {
  defined,
  insidePath,
  listOf,
  matching,
  name,
  object,
  oneOf,
  optional,
  text,
  wholeNumber,
  withKeywords,
} from './values.ts';

function hash(description?: string): ReturnType<typeof matching> {
  return matching(/^[0-9a-f]{40,64}$/, 'the full hash of a commit', description);
}

const commit = defined(
  'commit',
  object(
    {
      hash: hash(),
      author: text('Name and address.'),
      date: text('When it was written: ISO 8601.'),
      subject: text('The first line of its message.'),
    },
    'A commit.',
  ),
);

const stepVerdicts = ['good', 'bad', 'skip'] as const;

const step = object(
  {
    number: wholeNumber('Counted from 1.', { min: 1 }),
    commit,
    role: oneOf(['bad', 'good', 'between'], '`bad`, `good`: an end that the user named, to prove it.'),
    verdict: oneOf(stepVerdicts, '`skip`: nothing is known about this commit.'),
    outcome: optional(outcome),
    reason: text('Why.'),
    title: optional(text("The kernel's report, in syzbot's convention.")),
    source: optional(object({ file: text(), line: wholeNumber('Counted from 1.') }, 'The line in the driver.')),
    results: optional(insidePath('Directory with the results of its run. Missing: nothing was run.')),
  },
  'A run of the test at a commit.',
);

/** `bisect.json`. */
export const bisect = withKeywords(
  { $id: 'urn:qemu-driver-test:bisect:1', title: 'qemu-driver-test bisect' },
  object(
    {
      schema: oneOf(['qemu-driver-test/bisect/1'], 'The format of this file. Another number is another format.'),
      tool: object({ version: name('Version of qemu-driver-test.') }),
      test: text('`suite/test`, as a path from the top of the repository.'),
      good: listOf(hash(), 'Commits at which the test passes, as the user said.'),
      bad: hash('A commit at which it fails, as the user said.'),
      outcome: oneOf(
        ['found', 'only-skipped', 'not-good', 'not-bad', 'unknown-end', 'merge-base-bad', 'unfinished'],
        'found: `firstBad` is the first bad commit. only-skipped: it is one of `candidates`, which cannot be tested. ' +
          'not-good, not-bad: an end is not what the user said. unknown-end: an end cannot be tested. ' +
          'merge-base-bad: the test failed before the good commit branched off. unfinished: it was cancelled or ' +
          'killed, or is still running.',
      ),
      firstBad: optional(commit),
      mergeBase: optional(
        withKeywords({ description: 'Where a good commit branched off. The test fails there.' }, commit),
      ),
      candidates: optional(listOf(commit, 'The first bad commit is one of these.')),
      steps: listOf(step, 'In the order in which they were run.'),
    },
    'bisect.json of qemu-driver-test: the search for the first commit at which a test fails.',
  ),
);
