import type { Finding, FindingKind } from '../../diagnose/finding.ts';
import type { Outcome, Subtest } from '../../diagnose/verdict.ts';
import type { StageName } from '../../run/evidence/run-record.ts';
import { defined, formatOf, object, oneOf, optional, withKeywords, text, wholeNumber } from './values.ts';

export const outcome = formatOf<Outcome>()(
  defined(
    'outcome',
    oneOf(
      ['pass', 'fail', 'skip', 'timeout', 'hang', 'crash', 'error'],
      'pass: as it should; fail: `run` said so; skip: the test asked for it; timeout: the guest answered, the ' +
        'test did not end; hang: the guest stopped answering, or the kernel reported a stall; crash: the kernel ' +
        'reported a bug, or the machine died or rebooted by itself; error: the test could not be judged.',
    ),
  ),
);

export const stageName = formatOf<StageName>()(
  defined('stageName', oneOf(['suite-setup', 'setup', 'run', 'teardown', 'suite-teardown'], 'Which executable.')),
);

const findingKind = formatOf<FindingKind>()(
  defined(
    'findingKind',
    oneOf(
      [
        'panic',
        'oops',
        'bug',
        'warning',
        'kasan',
        'kmsan',
        'kcsan',
        'kfence',
        'ubsan',
        'lockdep',
        'rcu-stall',
        'soft-lockup',
        'hard-lockup',
        'hung-task',
        'atomic-sleep',
        'memory-leak',
        'oom',
        'refcount',
        'gpf',
        'null-deref',
        'page-fault',
        'stack-overflow',
        'general',
        'reboot',
        'lost',
        'complaint',
        'leak',
        'double-free',
        'use-after-free',
        'cfi',
        'irq',
      ],
      'What kind of bug.',
    ),
  ),
);

/** A line, counted from 1. The parser also takes 0. */
function lineNumber(description: string): ReturnType<typeof wholeNumber> {
  return withKeywords({ minimum: 1 }, wholeNumber(description));
}

export const finding = formatOf<Finding>()(
  defined(
    'finding',
    object(
      {
        kind: findingKind,
        title: text("In syzbot's convention, so that it can be searched there."),
        fingerprint: text('Stable over addresses, CPUs and process ids.'),
        line: lineNumber('First line of the report in the console log, counted from 1.'),
        source: optional(
          object(
            { file: text('Source file.'), line: lineNumber('Counted from 1.') },
            'The first frame in the code under test, when it is known.',
          ),
        ),
        report: text("The report's text."),
      },
      'A bug that the kernel reported on the console.',
    ),
  ),
);

export const subtest = formatOf<Subtest>()(
  defined(
    'subtest',
    object(
      {
        name: text('Its description.'),
        status: oneOf(['pass', 'fail', 'skip', 'todo', 'crash', 'error'], 'What became of it.'),
        reason: optional(text('What its directive says, when there is one.')),
      },
      'A (K)TAP result.',
    ),
  ),
);
