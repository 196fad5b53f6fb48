import {
  amount,
  cellId,
  defined,
  listOf,
  object,
  oneOf,
  optional,
  withKeywords,
  testId,
  text,
  wholeNumber,
} from './values.ts';

export const pointOutcomes = ['absorbed', 'reported', 'leaked', 'crashed', 'hung', 'missed', 'unjudged'] as const;

const outcome = defined(
  'outcome',
  oneOf(
    pointOutcomes,
    'absorbed: the test passed all the same. reported: it failed, and the kernel lives. leaked: what was set up ' +
      'could not be taken down again. crashed, hung: as of any test. missed: the test took another way and the ' +
      'fault never fired. unjudged: there is no verdict.',
  ),
);

const point = object({
  fault: text('The fault without its trigger.'),
  nth: wholeNumber('Which of the accesses that it counts it hit, from 1 on.', { min: 1 }),
  outcome,
  access: optional(text('What it hit, such as `read of STATUS`. Missing where it hit nothing.')),
  test: testId('Id of the point in results.json.'),
});

const sweptFault = object({
  text: text('The fault without its trigger.'),
  counted: wholeNumber('How many accesses it could hit; with --point, the last that was asked for.'),
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
