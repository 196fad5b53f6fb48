import { bounds } from '../../bounds/bounds.ts';
import type { PointOutcome } from '../../diagnose/sweep/point-verdict.ts';
import { reachedLines } from './coverage-format.ts';
import { device } from './device-format.ts';
import { finding, outcome, stageName, subtest } from './finding-format.ts';
import {
  amount,
  boolean,
  cellId,
  defined,
  formatOf,
  insidePath,
  listOf,
  name,
  object,
  oneOf,
  optional,
  orNull,
  recordOf,
  withKeywords,
  testId,
  text,
  wholeNumber,
} from './values.ts';

/** The fields that a test and each of its attempts have. */
const ofAttempt = {
  outcome,
  ok: boolean('Whether the outcome is what was expected.'),
  reason: text('Why the outcome is what it is, for a person.'),
  startMs: orNull(amount(), "From QEMU's launch until the first stage began, in milliseconds; null: none began."),
  durationMs: amount("From QEMU's launch until the machine was gone, in milliseconds."),
  console: optional(
    insidePath(
      'The console log. Of a test whose cell did not boot: that of the boot. Relative to the results directory. ' +
        'Missing: nothing was booted for it.',
    ),
  ),
};

export const stage = defined(
  'stage',
  object(
    {
      name: stageName,
      exitStatus: orNull(wholeNumber(undefined, { min: -(2 ** 31), max: 2 ** 31 }), 'null: it did not end.'),
      durationMs: amount('In milliseconds.'),
      log: insidePath('Its output. Relative to the results directory.'),
    },
    'One executable of a test.',
  ),
);

export const attempt = defined('attempt', object(ofAttempt, 'One run of a test that ran several times.'));

export const postMortem = object(
  {
    files: listOf(
      insidePath(),
      "Registers, the kernel's answers, the console's last lines. Relative to the results directory.",
    ),
    whereabouts: listOf(text(), 'Where processors and tasks stood, one a line.'),
  },
  'What a machine that hung or ran out of time could still be asked. Missing where it was not asked.',
);

/** In the order of the reports. */
export const pointOutcomes = [
  'absorbed',
  'reported',
  'silent',
  'leaked',
  'crashed',
  'hung',
  'missed',
  'unjudged',
] as const satisfies readonly PointOutcome[];

/** What the verdict on a point of a sweep says. */
export const pointVerdict = {
  outcome: formatOf<PointOutcome>()(
    defined(
      'pointOutcome',
      oneOf(
        pointOutcomes,
        'absorbed: the test passed all the same. reported: it failed, and the driver reported an error to the test ' +
          'or in the kernel log. silent: only the test noticed, and the driver reported nothing. ' +
          'leaked: what was set up could not be taken down again. crashed, hung: as of any test. missed: the test ' +
          'took a different path and the fault never fired. unjudged: there is no verdict, or not enough evidence.',
      ),
    ),
  ),
  access: optional(
    text(
      'What the fault hit, such as `read of STATUS (bar0+0x20)` or `misc_register in edu_probe (driver/edu.c:120)`. ' +
        'Missing where it hit nothing; a call that was missed has it.',
    ),
  ),
  why: text('The evidence, with the line that shows it.'),
};

/** Which point of a sweep a test is. */
export const pointOrigin = {
  of: testId('`suite/test`: the test that is swept.'),
  device: optional(text('Id of the device. Missing: a call of the driver fails.')),
  fault: text('The fault without its trigger.'),
  nth: wholeNumber(
    'Which of the accesses that it counts it was to hit, from 1 on. Of calls: the number of the place that calls, in ' +
      'the order in which the test first reaches them.',
    { min: 1 },
  ),
  reached: optional(wholeNumber('Of calls: how often the run without a fault came to this place.', { min: 1 })),
  time: optional(
    wholeNumber('Of calls, with --all: which of these times it failed. Missing: the first, for all.', { min: 1 }),
  ),
};

const point = defined(
  'point',
  object(
    { ...pointOrigin, ...pointVerdict },
    'A point of a sweep: the test with a fault at one access, or with one call that fails.',
  ),
);

export const test = defined(
  'test',
  object(
    {
      id: withKeywords({ minLength: 1 }, testId('`suite/test`.')),
      cell: cellId('Id of its cell.'),
      description: text("What the test's author says about it."),
      tags: optional(
        listOf(
          name(),
          "The words of the suite's and the test's `info/tags`. Missing: there is none.",
          bounds.results.tags,
        ),
      ),
      parameters: optional(
        recordOf(text(), "The test's row of `info/each`: values by the names of columns. Missing: it has no table."),
      ),
      expected: text('What was expected, in words.'),
      ...ofAttempt,
      start: oneOf(['clone', 'cold'], "`clone`: from the cell's booted template; `cold`: from a boot of its own."),
      startReason: text('Why it started as it did.'),
      stages: listOf(stage, 'The stages that began, in their order.'),
      findings: listOf(finding, 'What the kernel reported.'),
      subtests: listOf(subtest, '(K)TAP results from the output of `run`.'),
      buildLog: optional(
        insidePath(
          'Output of make and the compiler, where the modules did not build; `builds` of the cell has the errors. ' +
            'Relative to the results directory.',
        ),
      ),
      artifacts: listOf(insidePath(), 'What the test left behind. Relative to the results directory.'),
      postMortem: optional(postMortem),
      notes: listOf(text(), 'What a reader of the evidence must know: truncated logs, artifacts left out.'),
      timeline: optional(
        insidePath(
          'Everything that was seen of the machine in the order in which it happened: a line of JSON an entry, as ' +
            'timeline.schema.json describes it. Relative to the results directory. Missing: no machine was started.',
        ),
      ),
      devices: optional(listOf(device, 'The device models in its machine. Missing: there was none.')),
      coverage: optional(reachedLines('With --coverage: the lines of the modules under test that ran in its machine.')),
      reproduce: text('The command line that runs this test alone.'),
      shell: text("The command line that opens a shell on this test's machine."),
      attempts: optional(
        withKeywords(
          { minItems: 1 },
          listOf(
            attempt,
            "With --repeat: every run of the test, in order. The test's other fields are those of the first that was " +
              'not as expected, or else of the first.',
          ),
        ),
      ),
      point: optional(point),
      flaky: optional(boolean('With --repeat: whether the runs did not all come to the same.')),
    },
    'One test in one cell.',
  ),
);
