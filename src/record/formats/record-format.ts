import { bounds } from '../../bounds/bounds.ts';
import { coveredSource } from '../../results/formats/coverage-format.ts';
import { bootDetails, bootedAt, cellBeforeBoot, host } from '../../results/formats/cell-format.ts';
import { finding } from '../../results/formats/finding-format.ts';
import { seed, shard } from '../../results/formats/results-format.ts';
import {
  amount,
  cellId,
  defined,
  listOf,
  moment,
  name,
  object,
  oneOf,
  oneOfKinds,
  optional,
  recordOf,
  withKeywords,
  testId,
  text,
  wholeNumber,
} from '../../results/formats/values.ts';
import { pointOrigin } from '../../results/formats/test-format.ts';
import { rules, verdict } from './judging-format.ts';
import { runRecord } from './run-record-format.ts';

export const planned = defined(
  'planned',
  object(
    {
      id: testId('suite/test'),
      cell: cellId(),
      suite: name(),
      description: text(),
      tags: optional(listOf(name(), undefined, bounds.results.tags)),
      parameters: optional(recordOf(text())),
      expected: text('In words.'),
      rules,
      point: optional(object(pointOrigin, 'Which point of a sweep it is.')),
      reproduce: text('The command line that runs it again.'),
      shell: text('The command line that opens a shell on its machine.'),
    },
    'A test in a cell, before it has run.',
  ),
);

export const header = defined(
  'run',
  object(
    {
      entry: oneOf(['run']),
      schema: oneOf(['qemu-driver-test/record/1']),
      tool: object({ version: text() }),
      startedAt: moment('ISO 8601, UTC.'),
      host,
      repeat: wholeNumber('How many times each test runs.', { min: 1 }),
      cells: listOf(object(cellBeforeBoot, 'A cell, before its boot.'), undefined, bounds.results.cells),
      tests: listOf(planned, 'All tests of the run, in the order in which they are reported.', bounds.results.tests),
      shuffleSeed: optional(seed('What the order of the machines was made from.')),
      shard: optional(shard),
    },
    'The header: what is known before the first test.',
  ),
);

export const laterTests = defined(
  'tests',
  object(
    {
      entry: oneOf(['tests']),
      tests: listOf(planned, 'Their places follow those of the tests before them.', bounds.results.tests),
    },
    'More tests, planned from what earlier ones came to: the points of a sweep.',
  ),
);

export const boot = defined(
  'boot',
  object(
    {
      entry: oneOf(['boot']),
      cell: cellId(),
      outcome: oneOf(['ok', 'failed']),
      durationMs: amount(),
      findings: listOf(finding),
      bootedAt: bootedAt(),
      ...bootDetails,
    },
    "A cell's own boot.",
  ),
);

export const templateLost = defined(
  'templateLost',
  object(
    { entry: oneOf(['template-lost']), cell: cellId(), note: text() },
    'Why tests of a cell boot cold that should have been cloned.',
  ),
);

export const attempt = defined(
  'attempt',
  object(
    {
      entry: oneOf(['attempt']),
      test: wholeNumber("Place in the header's tests, from 0 on."),
      attempt: wholeNumber('From 1 on.', { min: 1 }),
      startReason: text(),
      record: runRecord,
      verdict,
    },
    'One run of a test, over and judged.',
  ),
);

export const coverable = defined(
  'coverable',
  object(
    {
      entry: oneOf(['coverable']),
      cell: cellId(),
      suite: name(),
      files: listOf(object(coveredSource), 'The sources of its modules.', bounds.coverage.files),
      reason: optional(text('Why it is not measured. Missing: it is.')),
    },
    'With --coverage: the lines of the modules of a suite, as built for a cell, of which it will be known whether ' +
      'they run.',
  ),
);

export const end = defined(
  'end',
  object(
    {
      entry: oneOf(['end']),
      durationMs: amount(),
      bail: optional(
        object(
          { failures: wholeNumber('How many tests were not as expected.', { min: 1 }) },
          'With --bail: tests without all of their attempts were not started, because so many others failed.',
        ),
      ),
    },
    'The run came to its end. Missing: it was interrupted, or goes on.',
  ),
);

/** A line of `record.jsonl`. */
export const entry = withKeywords(
  { $id: 'urn:qemu-driver-test:record:1', title: 'qemu-driver-test record' },
  oneOfKinds(
    'entry',
    [header, boot, templateLost, laterTests, coverable, attempt, end],
    'A line of record.jsonl: what a run saw and concluded, each written when it was known. The first line is the ' +
      'run, the last its end; results.json and every report are replays of it. Durations are milliseconds.',
  ),
);
