import { describe, expect, it } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import type { Outcome } from '../../../src/diagnose/verdict.ts';
import type { Ending } from '../../../src/run/evidence/run-record.ts';
import { kernelLog, warningIn } from './kernel-log.ts';
import { hungTaskConsole, judged, panicConsole, type RecordChanges, titleOf, warningConsole } from './run-records.ts';

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
    expect(judged({ consoleText: warningConsole }, bootFingerprints)).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
    expect(judged({ consoleText: panicConsole }, bootFingerprints)).toMatchObject({
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

function escapeRegex(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
