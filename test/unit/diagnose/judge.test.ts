import { describe, expect, it } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import type { Outcome, Verdict } from '../../../src/diagnose/verdict.ts';
import type { Ending } from '../../../src/run/evidence/run-record.ts';
import type { Expectation } from '../../../src/suite/suite.ts';
import { kernelLog, warningIn } from './kernel-log.ts';
import { hungTaskConsole, judgeInput, panicConsole, type RecordChanges, warningConsole } from './run-records.ts';

const context = { bootFingerprints: new Set<string>(), today: '2026-11-22' };

const endings = {
  completed: { kind: 'completed' },
  answering: { kind: 'deadline', timeoutMs: 60_000, answering: true },
  silent: { kind: 'deadline', timeoutMs: 60_000, answering: false },
  'no power-off': { kind: 'no-power-off', timeoutMs: 20_000 },
  'no boot': { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'kernel-silent' },
  'shut down': { kind: 'guest-shutdown' },
  reset: { kind: 'guest-reset' },
  panicked: { kind: 'guest-panicked' },
  'exit 1': { kind: 'qemu-exited', exitCode: 1, signal: undefined, lastOutput: 'qemu: no' },
  'killed from outside': { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' },
  aborted: { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGABRT', lastOutput: 'assertion failed' },
  'agent lost': { kind: 'agent-lost', detail: 'the control port closed' },
  'after a bug': { kind: 'after-bug', bug: 'Oops: 0002 [#1] PREEMPT SMP' },
  'wrote too much': { kind: 'over-limit', detail: 'more than 64 MiB in qemu.log' },
  'host failed': { kind: 'host-failed', detail: 'ENOSPC: no space left on device, write' },
  'modules did not build': {
    kind: 'not-started',
    cause: { kind: 'module-build', directory: '/suites/driver', output: 'error', error: undefined },
  },
  'cell did not boot': { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'the kernel panicked' } },
  cancelled: { kind: 'cancelled' },
} as const satisfies Record<string, Ending>;

const consoles = { nothing: '', panic: panicConsole, warning: warningConsole, 'hung task': hungTaskConsole } as const;

describe('the outcome by the ending and what the kernel reported', () => {
  const table: readonly (readonly [
    ending: keyof typeof endings,
    nothing: Outcome,
    panic: Outcome,
    warning: Outcome,
    hungTask: Outcome,
  ])[] = [
    ['completed', 'pass', 'crash', 'crash', 'hang'],
    ['answering', 'timeout', 'crash', 'crash', 'hang'],
    ['silent', 'hang', 'crash', 'crash', 'hang'],
    ['no power-off', 'hang', 'crash', 'crash', 'hang'],
    ['no boot', 'error', 'crash', 'crash', 'hang'],
    ['shut down', 'crash', 'crash', 'crash', 'hang'],
    ['reset', 'crash', 'crash', 'crash', 'hang'],
    ['panicked', 'crash', 'crash', 'crash', 'hang'],
    ['exit 1', 'error', 'crash', 'crash', 'hang'],
    ['killed from outside', 'error', 'crash', 'crash', 'hang'],
    ['aborted', 'error', 'crash', 'crash', 'hang'],
    ['agent lost', 'error', 'crash', 'crash', 'hang'],
    ['after a bug', 'error', 'crash', 'crash', 'hang'],
    ['wrote too much', 'error', 'crash', 'crash', 'hang'],
    ['host failed', 'error', 'crash', 'crash', 'hang'],
    ['modules did not build', 'error', 'crash', 'crash', 'hang'],
    ['cell did not boot', 'error', 'crash', 'crash', 'hang'],
    ['cancelled', 'error', 'crash', 'crash', 'hang'],
  ];

  it.each(table)('%s', (name, ...expected) => {
    expect(
      Object.values(consoles).map((consoleText) => judged({ ending: endings[name], consoleText }).outcome),
    ).toEqual(expected);
  });

  it('is for every ending the same whatever status run had, but for a machine that completed', () => {
    for (const [name, ending] of Object.entries(endings)) {
      const outcomes = [0, 1, 4, undefined].map((run) => judged({ ending, statuses: { run } }).outcome);
      expect([name, new Set(outcomes).size]).toEqual([name, name === 'completed' ? 4 : 1]);
    }
  });

  it('is never pass or skip without an ending in which everything was said', () => {
    const good = Object.entries(endings).filter(([, ending]) => ['pass', 'skip'].includes(judged({ ending }).outcome));
    expect(good.map(([name]) => name)).toEqual(['completed']);
  });
});

describe('the reason', () => {
  it.each([
    ['answering', 'no end after 60 s, but the guest still answers'],
    ['shut down', 'the machine powered off before the test ended'],
    ['reset', 'the machine rebooted by itself'],
    ['panicked', 'the kernel panicked'],
    [
      'aborted',
      'QEMU itself crashed with SIGABRT, which is a fault of QEMU or this host, not of the guest: ' +
        'assertion failed',
    ],
  ] as const)('of a machine that ended so (%s) is how it ended', (name, reason) => {
    expect(judged({ ending: endings[name] }).reason).toBe(reason);
  });

  it('of a cancelled run says whether the test was running', () => {
    expect(judged({ ending: endings.cancelled }).reason).toBe('the run was cancelled');
    expect(judged({ ending: endings.cancelled, statuses: {} }).reason).toBe('not run: the run was cancelled');
  });

  it("is the kernel's own word where there is one, whatever the ending", () => {
    for (const ending of Object.values(endings))
      expect(judged({ ending, consoleText: panicConsole }).reason).toBe(titleOf(panicConsole));
    expect(judged({ consoleText: hungTaskConsole }).reason).toBe(titleOf(hungTaskConsole));
  });
});

describe('the findings', () => {
  it.each([
    ['reset', { kind: 'reboot', title: 'unexpected kernel reboot' }],
    ['shut down', { kind: 'lost', title: 'unexpected power-off' }],
    ['panicked', { kind: 'panic', title: 'kernel panic without a message' }],
  ] as const)('of a machine that disappeared silently (%s) are one', (name, finding) => {
    expect(judged({ ending: endings[name], consoleText: 'booting\nrunning\n' }).findings).toEqual([
      expect.objectContaining({ ...finding, line: 2, report: '' }),
    ]);
  });

  it("are the kernel's where it said something, and no more", () => {
    expect(judged({ ending: endings.reset, consoleText: panicConsole }).findings.map(({ title }) => title)).toEqual([
      titleOf(panicConsole),
    ]);
  });

  it('are none where QEMU itself died: the driver is not to blame, and an expected crash is not what came', () => {
    const crash = { kind: 'crash', title: undefined } as const;
    expect(judged({ ending: endings.aborted, test: { expectation: crash } })).toMatchObject({
      outcome: 'error',
      ok: false,
      findings: [],
    });
    expect(judged({ ending: endings.aborted, consoleText: panicConsole, test: { expectation: crash } })).toMatchObject({
      outcome: 'crash',
      ok: true,
    });
  });

  it("of the cell's own boot are not this test's", () => {
    const bootFingerprints = new Set(findBugs(warningConsole).map(({ fingerprint }) => fingerprint));
    expect(judge(judgeInput({ consoleText: warningConsole }), { ...context, bootFingerprints })).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
    expect(judge(judgeInput({ consoleText: panicConsole }), { ...context, bootFingerprints })).toMatchObject({
      outcome: 'crash',
    });
  });
});

describe('results beyond the limits', () => {
  it('still decide the verdict, and are noted', () => {
    const line = (index: number): string => `${index < 29_999 ? 'ok' : 'not ok'} ${index + 1} t${index}`;
    const runOutput = `TAP version 13\n${Array.from({ length: 30_000 }, (_, index) => line(index)).join('\n')}\n`;
    expect(judged({ runOutput })).toMatchObject({
      outcome: 'fail',
      reason: '1 of 30000 subtests failed, first: t29999',
      notes: ['… and 14,999 more subtests: of 30,000 only 15,001 are listed'],
    });
  });

  it('is no pass when only what was looked at is allowed', () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `toy_${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`,
    );
    const consoleText = names.map((name, index) => kernelLog(warningIn(name), { from: index })).join('');
    const allow = {
      kind: 'allow',
      pattern: /WARNING in toy_/,
      reason: '',
      until: undefined,
      file: 'expect-console',
      line: 1,
    } as const;
    expect(judged({ consoleText })).toMatchObject({
      outcome: 'crash',
      notes: ['… and 10 more kernel reports: only the first 50 different ones are listed'],
    });
    expect(judged({ consoleText, test: { expectConsole: [allow] } })).toMatchObject({ outcome: 'error', ok: false });
  });

  it('leaves a sentence a sentence', () => {
    expect(judged({ ending: { kind: 'agent-lost', detail: 'x'.repeat(100_000) } }).reason).toHaveLength(4000);
  });
});

describe('the outcome by the stages', () => {
  type StageCase = readonly [title: string, changes: RecordChanges, outcome: Outcome, reason: string];
  const cases: readonly StageCase[] = [
    ['run ends with 0', { statuses: { run: 0 } }, 'pass', ''],
    ['run ends with 4', { statuses: { run: 4 } }, 'skip', 'run asked to be skipped (exit status 4)'],
    [
      'run says why it is skipped',
      { statuses: { run: 4 }, runOutput: 'one processor\nneeds two processors\n' },
      'skip',
      'run asked to be skipped (exit status 4): needs two processors',
    ],
    [
      'all subtests are skipped',
      { statuses: { run: 4 }, runOutput: 'TAP version 13\n1..1\nok 1 one # SKIP no device\n' },
      'skip',
      'run asked to be skipped (exit status 4): no device',
    ],
    [
      'a subtest says why it is not ok',
      { runOutput: 'TAP version 13\n1..1\nnot ok 1 one # still there\n' },
      'fail',
      '1 of 1 subtests failed, first: one: still there',
    ],
    ['run ends with anything else', { statuses: { run: 143 } }, 'fail', 'run ended with exit status 143'],
    [
      'run says why',
      { statuses: { run: 1 }, runOutput: 'step 1\nexpected 20, found 30 \r\n\n' },
      'fail',
      'run ended with exit status 1: expected 20, found 30',
    ],
    [
      'run says too much',
      { statuses: { run: 1 }, runOutput: `${'x'.repeat(5000)}\n` },
      'fail',
      `run ended with exit status 1: ${'x'.repeat(199)}…`,
    ],
    ...[
      './run: line 2: ./prog: not found',
      './run: 3: bin/prog: not found',
      'qdt: cannot start ./run: No such file or directory',
    ].map(
      (said): StageCase => [
        `run says: ${said}`,
        { statuses: { run: 127 }, runOutput: `${said}\n` },
        'fail',
        `run ended with exit status 127: ${said} (if the file is there, the guest lacks its interpreter or its ` +
          'dynamic linker: use #!/bin/sh, link the program statically, or use a --disk-image that has them)',
      ],
    ),
    [
      'a command is not on PATH',
      { statuses: { run: 127 }, runOutput: './run: line 2: python3: not found\n' },
      'fail',
      'run ended with exit status 127: ./run: line 2: python3: not found',
    ],
    [
      'suite setup fails',
      { statuses: { 'suite-setup': 2, teardown: 0, 'suite-teardown': 0 } },
      'error',
      'suite-setup failed with exit status 2, so run was skipped',
    ],
    [
      'setup fails',
      { statuses: { 'suite-setup': 0, setup: 4, teardown: 0 } },
      'error',
      'setup failed with exit status 4, so run was skipped',
    ],
    [
      'teardown fails after a pass',
      { statuses: { run: 0, teardown: 1 } },
      'error',
      'run passed, but teardown failed with exit status 1',
    ],
    [
      'suite teardown fails after a pass',
      { statuses: { run: 0, teardown: 0, 'suite-teardown': 7 } },
      'error',
      'run passed, but suite-teardown failed with exit status 7',
    ],
    ['teardown fails after a failure', { statuses: { run: 1, teardown: 1 } }, 'fail', 'run ended with exit status 1'],
    [
      'teardown fails after a skip',
      { statuses: { run: 4, teardown: 1 } },
      'skip',
      'run asked to be skipped (exit status 4)',
    ],
    ['run has no exit status', { statuses: { run: undefined } }, 'error', 'run gave no exit status'],
    ['there is no run at all', { statuses: {} }, 'error', 'run gave no exit status'],
    [
      'a subtest is not ok',
      { runOutput: 'TAP version 13\n1..2\nok 1 one\nnot ok 2 two\n' },
      'fail',
      '1 of 2 subtests failed, first: two',
    ],
    [
      'a subtest is not ok and run ends with 4',
      { statuses: { run: 4 }, runOutput: 'TAP version 13\n1..1\nnot ok 1 one\n' },
      'fail',
      '1 of 1 subtests failed, first: one',
    ],
    [
      'subtests are ok and run fails',
      { statuses: { run: 1 }, runOutput: 'TAP version 13\n1..1\nok 1 one\n' },
      'fail',
      'run ended with exit status 1',
    ],
    [
      'subtests are ok, skipped and to do',
      { runOutput: 'TAP version 13\n1..3\nok 1 one\nok 2 two # SKIP no hardware\nnot ok 3 three # TODO later\n' },
      'pass',
      '',
    ],
  ];

  it.each(cases)('%s', (_, changes, outcome, reason) => {
    expect(judged(changes)).toMatchObject({
      outcome,
      reason: expect.stringMatching(new RegExp(`^${escapeRegex(reason)}`)) as unknown,
    });
  });

  it('has the subtests with it', () => {
    expect(
      judged({ runOutput: 'TAP version 13\n1..2\nok 1 one\nnot ok 2 two\n' }).subtests.map(({ name, status }) => [
        name,
        status,
      ]),
    ).toEqual([
      ['one', 'pass'],
      ['two', 'fail'],
    ]);
  });
});

describe('whether it is ok', () => {
  const ways: Readonly<Record<Outcome, RecordChanges>> = {
    pass: {},
    fail: { statuses: { run: 1 } },
    skip: { statuses: { run: 4 } },
    timeout: { ending: endings.answering },
    hang: { ending: endings.silent },
    crash: { ending: endings.reset, consoleText: panicConsole },
    error: { ending: endings['agent lost'] },
  };
  const table: readonly (readonly [expectation: Expectation, ok: readonly Outcome[]])[] = [
    [{ kind: 'pass' }, ['pass', 'skip']],
    [{ kind: 'any-failure' }, ['fail', 'timeout', 'hang', 'crash']],
    [{ kind: 'fail' }, ['fail']],
    [{ kind: 'timeout' }, ['timeout']],
    [{ kind: 'hang' }, ['hang']],
    [{ kind: 'crash', title: undefined }, ['crash']],
    [{ kind: 'crash', title: /sysrq triggered crash/ }, ['crash']],
    [{ kind: 'crash', title: /KASAN/ }, []],
  ];

  it.each(table)('when %j is expected', (expectation, ok) => {
    const good = Object.entries(ways).filter(([, changes]) => judged({ ...changes, test: { expectation } }).ok);
    expect(good.map(([outcome]) => outcome)).toEqual(ok);
    for (const [outcome, changes] of Object.entries(ways))
      expect(judged({ ...changes, test: { expectation } }).outcome).toBe(outcome);
  });

  it('is said, with what was expected, where it is not', () => {
    expect(judged({ test: { expectation: { kind: 'any-failure' } } })).toMatchObject({
      ok: false,
      expected: 'any failure',
      reason: 'expected any failure, but the outcome is pass',
    });
    expect(judged({ statuses: { run: 1 }, test: { expectation: { kind: 'timeout' } } })).toMatchObject({
      ok: false,
      expected: 'timeout',
      reason: 'run ended with exit status 1; expected timeout, but the outcome is fail',
    });
    expect(judged({ ending: endings['agent lost'] })).toMatchObject({
      ok: false,
      expected: 'pass',
      reason: 'the test agent in the guest was lost: the control port closed',
    });
    expect(judged({ consoleText: panicConsole, test: { expectation: { kind: 'crash', title: /KASAN/ } } }).reason).toBe(
      `${titleOf(panicConsole)}; expected a crash whose title matches KASAN, found ${titleOf(panicConsole)}`,
    );
  });
});

describe('expect-console', () => {
  const line = { reason: '', until: undefined, file: '/suites/edu/info/expect-console', line: 3 } as const;

  it('allows messages that a test provokes on purpose, by suite or test', () => {
    const allow = [{ ...line, kind: 'allow' as const, pattern: /misbehave_set/ }];
    expect(judged({ consoleText: warningConsole, test: { expectConsole: allow } })).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
    expect(judged({ consoleText: warningConsole, suite: { expectConsole: allow } })).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
  });

  it('makes a test not ok whose console lacks what is required, though its outcome stays', () => {
    const require = [
      { ...line, kind: 'require' as const, pattern: /edu: dma timeout/, reason: 'the fault was injected' },
    ];
    expect(judged({ test: { expectConsole: require } })).toMatchObject({
      outcome: 'pass',
      ok: false,
      reason:
        'the console never showed /edu: dma timeout/, which /suites/edu/info/expect-console:3 requires (the ' +
        'fault was injected)',
    });
    expect(
      judged({ consoleText: '[    1.000000] edu: dma timeout\n', test: { expectConsole: require } }),
    ).toMatchObject({
      outcome: 'pass',
      ok: true,
      reason: '',
    });
  });
});

function judged(changes: RecordChanges): Verdict {
  return judge(judgeInput(changes), context);
}

function titleOf(consoleText: string): string {
  const [bug] = findBugs(consoleText);
  if (bug === undefined) throw new Error('expected a bug on this console, found none');
  return bug.title;
}

function escapeRegex(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('a module that the kernel refused', () => {
  const console = [
    '[    3.100000] edu: Unknown symbol edu_lock (err -2)',
    '[    3.100001] edu: Unknown symbol edu_unlock (err -2)',
    '[    3.100002] edu: Unknown symbol edu_lock (err -2)',
    '[    3.100003] edu: Unknown symbol quoted in a sentence',
  ].join('\n');

  it('is in the reason of a failed setup and of a failed run, each line once', () => {
    const words = 'edu: Unknown symbol edu_lock (err -2); edu: Unknown symbol edu_unlock (err -2)';
    expect(judged({ consoleText: console, statuses: { 'suite-setup': 1 } }).reason).toBe(
      `suite-setup failed with exit status 1, so run was skipped; ${words}`,
    );
    expect(judged({ consoleText: console, statuses: { run: 1 } }).reason).toBe(
      `run ended with exit status 1; ${words}`,
    );
  });

  it('does not matter to a test that passes', () => {
    expect(judged({ consoleText: console, statuses: { run: 0 } })).toMatchObject({ outcome: 'pass', reason: '' });
  });

  it.each([
    "[    1.000000] edu: version magic '6.1.0 SMP' should be '6.12.0 SMP'",
    '[    1.000000] edu: disagrees about version of symbol module_layout',
    '[    1.000000] edu: exports duplicate symbol edu_lock (owned by other)',
  ])('may be refused for another reason: %s', (line) => {
    expect(judged({ consoleText: line, statuses: { run: 1 } }).reason).toContain(line.slice('[    1.000000] '.length));
  });
});
