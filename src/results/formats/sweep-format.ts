import { amount, cellId, listOf, object, oneOf, withKeywords, testId, text, wholeNumber } from './values.ts';
import { pointOrigin, pointVerdict } from './test-format.ts';

const point = object({
  fault: pointOrigin.fault,
  nth: pointOrigin.nth,
  ...pointVerdict,
  test: testId('Id of the point in results.json.'),
});

const sweptFault = object({
  text: text('The fault without its trigger.'),
  counted: wholeNumber('How many accesses it could hit.'),
  swept: wholeNumber('At how many of them it was.'),
});

/** `sweep.json`. */
export const sweep = withKeywords(
  { $id: 'urn:qemu-driver-test:sweep:1', title: 'qemu-driver-test sweep' },
  object(
    {
      schema: oneOf(['qemu-driver-test/sweep/1'], 'The format of this file. Another number is another format.'),
      test: testId('`suite/test`.'),
      cell: cellId('Id of the cell that it ran in.'),
      device: text('Id of the device whose accesses were swept.'),
      faults: listOf(sweptFault, 'The faults, in the order in which they were asked for.'),
      points: listOf(point, 'A fault at one access.'),
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
    'sweep.json of qemu-driver-test: what became of a test with a fault at every access in turn. Each point is a ' +
      'test of the results.json beside it.',
  ),
);
