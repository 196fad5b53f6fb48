import { bounds } from '../../bounds/bounds.ts';
import type { ShardOrigin } from '../../plan/shard-origin.ts';
import { cell, host } from './cell-format.ts';
import { codeCoverage } from './coverage-format.ts';
import { hardware } from './device-format.ts';
import { test } from './test-format.ts';
import {
  amount,
  cellId,
  defined,
  formatOf,
  listOf,
  name,
  number,
  moment,
  object,
  oneOf,
  optional,
  withKeywords,
  testId,
  text,
  wholeNumber,
} from './values.ts';

/** The seed of an order of machines. */
export function seed(description: string): ReturnType<typeof number> {
  return withKeywords({ type: 'integer', minimum: 0 }, number(description));
}

const totals = defined(
  'totals',
  object(
    {
      tests: wholeNumber('All of them.'),
      ok: wholeNumber('As expected.'),
      notOk: wholeNumber('Not as expected.'),
      pass: wholeNumber('Whose outcome is `pass`.'),
      fail: wholeNumber('Whose outcome is `fail`.'),
      skip: wholeNumber('Whose outcome is `skip`.'),
      timeout: wholeNumber('Whose outcome is `timeout`.'),
      hang: wholeNumber('Whose outcome is `hang`.'),
      crash: wholeNumber('Whose outcome is `crash`.'),
      error: wholeNumber('Whose outcome is `error`.'),
    },
    'How many tests there are of each kind.',
  ),
);

const { shards } = bounds.results;
export const shard = formatOf<ShardOrigin>()(
  defined(
    'shard',
    object(
      {
        index: wholeNumber('Which part, counted from 1.', { min: 1, max: shards }),
        count: wholeNumber('How many parts there are.', { min: 1, max: shards }),
        plan: name('Digest of the tests and cells of the whole plan: the same for all its shards.'),
        tests: withKeywords({ minimum: 1 }, wholeNumber('How many tests the whole plan has, over all cells.')),
      },
      'The part of a plan that these are the results of; absent: all of it.',
    ),
  ),
);

const interrupted = defined(
  'interrupted',
  object(
    {
      notRun: listOf(
        object({ id: testId(), cell: cellId() }),
        'Tests that had not ended, in the order of `tests`, where they stand with the outcome `error`.',
        bounds.results.tests,
      ),
      damage: listOf(text(), 'Lines of the record that could not be read.'),
    },
    'The run was killed before its end. What was known by then is here, and the exit status is not 0.',
  ),
);

const bail = defined(
  'bail',
  object(
    {
      failures: wholeNumber('How many tests were not as expected by then.', { min: 1 }),
      notRun: listOf(
        object({ id: testId(), cell: cellId() }),
        'Tests that were not started, or not as often as --repeat says, in the order of `tests`, where they stand ' +
          'with the outcome `error`.',
        bounds.results.tests,
      ),
    },
    'With --bail: so many tests were not as expected that others were not started. Missing: all were started.',
  ),
);

const merged = defined(
  'merged',
  object(
    {
      from: withKeywords({ minimum: 1 }, wholeNumber('How many results they are made of.')),
      missing: listOf(text(), 'What should be there and is not. While there is anything, the exit status is not 0.'),
      notes: listOf(
        text(),
        'What a reader must know: re-runs that were counted in place of a run, cells that are not quite the same.',
      ),
    },
    'How they were put together from several results; absent: they were not.',
  ),
);

/** `results.json`. */
export const results = withKeywords(
  { $id: 'urn:qemu-driver-test:results:1', title: 'qemu-driver-test results' },
  object(
    {
      schema: oneOf(['qemu-driver-test/results/1'], 'The format of this file. Another number is another format.'),
      tool: object({ version: name('Version of qemu-driver-test.') }, 'What wrote this file.'),
      startedAt: moment('When the run began: ISO 8601, UTC.'),
      durationMs: amount('The whole run, provisioning included, in milliseconds.'),
      shuffleSeed: optional(seed('With --shuffle: what the order of the machines was made from.')),
      exitStatus: oneOf(
        [0, 1, 2, 69],
        '0: every test as expected; 1: a test was not; 2: wrong usage or invalid suite; 69: nothing could be ' +
          'concluded.',
      ),
      host,
      cells: listOf(cell, 'Every combination of kernel and machine.', bounds.results.cells),
      tests: listOf(test, 'Every test in every cell, in the order in which they are reported.', bounds.results.tests),
      totals,
      shard: optional(shard),
      interrupted: optional(interrupted),
      bail: optional(bail),
      merged: optional(merged),
      hardware: optional(
        listOf(
          hardware,
          "What each suite's drivers touched of its device models, all tests and cells together. Missing: no suite " +
            'has one.',
        ),
      ),
      coverage: optional(codeCoverage),
    },
    'results.json of qemu-driver-test: what was run, on what, and what came of it.',
  ),
);
