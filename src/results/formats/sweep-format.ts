import { amount, cellId, listOf, object, oneOf, optional, withKeywords, testId, text, wholeNumber } from './values.ts';
import { bounds } from '../../bounds/bounds.ts';
import { coveredSource, lineNumbers } from './coverage-format.ts';
import { pointOrigin, pointVerdict } from './test-format.ts';

const point = object({
  fault: pointOrigin.fault,
  nth: pointOrigin.nth,
  reached: pointOrigin.reached,
  time: pointOrigin.time,
  ...pointVerdict,
  test: testId('Id of the point in results.json.'),
});

const sweptFault = object({
  text: text('The fault without its trigger.'),
  counted: wholeNumber('How many accesses or calls it could hit.'),
  places: optional(wholeNumber('Of calls: from how many places of the driver they come.')),
  swept: wholeNumber('How many points there are of it.'),
});

const errorPaths = object(
  {
    lines: wholeNumber('How many lines there are.'),
    reached: wholeNumber('How many of them ran at a point.'),
    files: listOf(
      object({
        file: coveredSource.file,
        lines: lineNumbers('The lines behind calls.'),
        unreached: lineNumbers('Those of them that ran at no point.'),
      }),
      'By their paths.',
      bounds.coverage.files,
    ),
  },
  'With --coverage, of calls: the lines behind them. They are lines of functions that make the calls, with what was ' +
    'inlined into them, that did not run without a fault.',
);

/** `sweep.json`. */
export const sweep = withKeywords(
  { $id: 'urn:qemu-driver-test:sweep:1', title: 'qemu-driver-test sweep' },
  object(
    {
      schema: oneOf(['qemu-driver-test/sweep/1'], 'The format of this file. Another number is another format.'),
      test: testId('`suite/test`.'),
      cell: cellId('Id of the cell that it ran in.'),
      device: optional(text('Id of the device whose accesses were swept. Missing: only calls were.')),
      faults: listOf(sweptFault, 'The faults, in the order in which they were asked for.'),
      errorPaths: optional(errorPaths),
      points: listOf(point, 'A fault at one access, or a call that fails.'),
      totals: object(
        {
          absorbed: wholeNumber(),
          reported: wholeNumber(),
          silent: wholeNumber(),
          leaked: wholeNumber(),
          crashed: wholeNumber(),
          hung: wholeNumber(),
          missed: wholeNumber(),
          unjudged: wholeNumber(),
        },
        'How many points came to each outcome.',
      ),
      durationMs: withKeywords({ type: 'integer' }, amount('The whole sweep, in milliseconds.')),
    },
    'sweep.json of qemu-driver-test: what became of a test with a fault at every access or call in turn. Each ' +
      'point is a test of the results.json beside it.',
  ),
);
