import type { JudgingRules, Verdict } from '../../diagnose/verdict.ts';
import { finding, outcome, subtest } from '../../results/formats/finding-format.ts';
import { pointVerdict } from '../../results/formats/test-format.ts';
import {
  boolean,
  defined,
  formatOf,
  insidePath,
  listOf,
  object,
  oneOf,
  oneOfKinds,
  optional,
  orUndefined,
  readBy,
  text,
  wholeNumber,
} from '../../results/formats/values.ts';

/** A pattern is written as its source. Patterns of suites have no flags. */
const pattern = readBy(text('A regular expression.'), 'a regular expression', (source) => {
  try {
    return new RegExp(source);
  } catch {
    return undefined;
  }
});

const expectation = oneOfKinds('kind', [
  object({ kind: oneOf(['pass']) }),
  object({ kind: oneOf(['any-failure']) }),
  object({ kind: oneOf(['fail']) }),
  object({ kind: oneOf(['timeout']) }),
  object({ kind: oneOf(['hang']) }),
  object({ kind: oneOf(['crash']), title: orUndefined(pattern) }),
]);

const consoleExpectation = object({
  kind: oneOf(['allow', 'require']),
  pattern,
  reason: text(),
  file: text(),
  line: wholeNumber(),
  until: orUndefined(text('YYYY-MM-DD')),
  only: optional(oneOf(['leak'], 'It is about such findings only.')),
});

const pointRules = object(
  {
    device: optional(text('Id of the device. Missing: a call fails.')),
    fault: text("Id of the sweep's fault."),
    call: optional(text('The call at which the fault is set. Missing: it is an access to a device.')),
    baseline: object({ console: insidePath(), logs: listOf(insidePath()) }, 'Files of the run without a fault.'),
  },
  'Where to look for what the driver made of the fault.',
);

export const rules = formatOf<JudgingRules>()(
  defined(
    'rules',
    object(
      {
        expectation,
        expectConsole: listOf(consoleExpectation),
        isSweepPoint: boolean('It is asked to be handled, and no more.'),
        point: optional(pointRules),
      },
      'How its author wants it judged.',
    ),
  ),
);

export const verdict = formatOf<Verdict>()(
  defined(
    'verdict',
    object(
      {
        outcome,
        ok: boolean('As expected.'),
        expected: text(),
        reason: text(),
        findings: listOf(finding),
        subtests: listOf(subtest),
        whereabouts: listOf(text()),
        notes: listOf(text('What was left out.')),
        point: optional(object(pointVerdict, 'Of a point of a sweep.')),
      },
      'What was concluded.',
    ),
  ),
);
