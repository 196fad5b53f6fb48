import { describe, expect, it } from 'vitest';
import { describeEnding } from '../../../src/diagnose/describe-ending.ts';
import { contradiction, describeExpectation } from '../../../src/diagnose/expectation.ts';
import { findingWithoutReport } from '../../../src/diagnose/name-finding.ts';
import type { Ending } from '../../../src/run/evidence/run-record.ts';

describe('describeEnding', () => {
  const cases: readonly (readonly [Ending, string])[] = [
    [{ kind: 'completed' }, 'all stages ended'],
    [{ kind: 'deadline', timeoutMs: 60_000, answering: true }, 'no end after 60 s, but the guest still answers'],
    [{ kind: 'deadline', timeoutMs: 2500, answering: false }, 'no end after 2.5 s, and the guest stopped answering'],
    [{ kind: 'no-power-off', timeoutMs: 20_000 }, 'all stages ended, but the guest did not power off within 20 s'],
    [
      { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'kernel-silent' },
      'the boot did not reach the test agent within 180 s: the kernel printed nothing on its console',
    ],
    [
      { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'kernel-started' },
      'the boot did not reach the test agent within 180 s: the kernel started, but did not run the agent',
    ],
    [
      { kind: 'boot-deadline', timeoutMs: 180_000, phase: 'init-started' },
      'the boot did not reach the test agent within 180 s: the agent started, but its port did not come up',
    ],
    [{ kind: 'guest-shutdown' }, 'the machine powered off before the test ended'],
    [{ kind: 'guest-reset' }, 'the machine rebooted by itself'],
    [{ kind: 'guest-panicked' }, 'the kernel panicked'],
    [
      { kind: 'qemu-exited', exitCode: 1, signal: undefined, lastOutput: 'no such device' },
      'QEMU ended by itself with exit status 1: no such device',
    ],
    [
      { kind: 'qemu-exited', exitCode: undefined, signal: 'SIGSEGV', lastOutput: '' },
      'QEMU itself crashed with SIGSEGV, which is a fault of QEMU or this host, not of the guest',
    ],
    [
      {
        kind: 'qemu-exited',
        exitCode: undefined,
        signal: 'SIGABRT',
        lastOutput: 'qemu: warning: something\nqemu_thread_create: Resource temporarily unavailable\n',
      },
      'QEMU itself crashed with SIGABRT, which is a fault of QEMU or this host, not of the guest: ' +
        'qemu_thread_create: Resource temporarily unavailable',
    ],
    [
      {
        kind: 'qemu-exited',
        exitCode: 0,
        signal: undefined,
        lastOutput: 'qemu-system-x86_64: terminating on signal 15 from pid 7 (bash)',
      },
      'QEMU was ended from outside, by signal 15: qemu-system-x86_64: terminating on signal 15 from pid 7 (bash)',
    ],
    [{ kind: 'qemu-exited', exitCode: undefined, signal: 'SIGKILL', lastOutput: '' }, 'QEMU was killed by SIGKILL'],
    [
      { kind: 'qemu-exited', exitCode: undefined, signal: undefined, lastOutput: 'spawn setpriv ENOENT' },
      'QEMU could not be started: spawn setpriv ENOENT',
    ],
    [
      { kind: 'agent-lost', detail: 'the control port closed' },
      'the test agent in the guest was lost: the control port closed',
    ],
    [
      { kind: 'after-bug', bug: 'Oops: 0002 [#1] SMP' },
      'the machine was stopped after a bug in which its kernel killed a task: Oops: 0002 [#1] SMP',
    ],
    [
      { kind: 'kvm-failed', detail: 'KVM internal error. Suberror: 1' },
      'KVM gave up on the guest: KVM internal error. Suberror: 1',
    ],
    [
      { kind: 'over-limit', detail: 'more than 64 MiB in qemu.log' },
      'the machine was stopped because it wrote more than 64 MiB in qemu.log',
    ],
    [
      { kind: 'host-failed', detail: 'ENOSPC: no space left on device, write' },
      'the host failed: ENOSPC: no space left on device, write',
    ],
    [
      {
        kind: 'not-started',
        cause: { kind: 'module-build', directory: '/suites/driver', output: '…', error: undefined },
      },
      'the modules in /suites/driver did not build',
    ],
    [
      {
        kind: 'not-started',
        cause: { kind: 'module-build', directory: '/s', output: '…', error: "d/edu.c:3: error: expected ';'" },
      },
      "d/edu.c:3: error: expected ';'\nthe modules in /s did not build",
    ],
    [
      { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'the kernel panicked' } },
      'the cell did not boot: the kernel panicked',
    ],
    [{ kind: 'cancelled' }, 'the run was cancelled'],
  ];

  it.each(cases)('says of %j: %s', (ending, sentence) => {
    expect(describeEnding(ending)).toBe(sentence);
  });
});

describe('findingWithoutReport', () => {
  it.each(['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGTRAP', 'SIGKILL', 'SIGTERM', 'SIGINT', undefined])(
    'takes a QEMU that ended by %s for no bug of the guest',
    (signal) => {
      expect(
        findingWithoutReport({ kind: 'qemu-exited', exitCode: undefined, signal, lastOutput: '' }, ''),
      ).toBeUndefined();
    },
  );

  it('points at the last line of the console', () => {
    expect(findingWithoutReport({ kind: 'guest-reset' }, 'one\ntwo\nthree\n\n')?.line).toBe(3);
  });
});

describe('an expectation', () => {
  it.each([
    [{ kind: 'pass' }, 'pass'],
    [{ kind: 'any-failure' }, 'any failure'],
    [{ kind: 'fail' }, 'fail'],
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'hang' }, 'hang'],
    [{ kind: 'crash', title: undefined }, 'crash'],
  ] as const)('%j is called %s', (expectation, words) => {
    expect(describeExpectation(expectation)).toBe(words);
  });

  it('of a crash names the title', () => {
    expect(describeExpectation({ kind: 'crash', title: /KASAN: .* in foo/ })).toMatch(/^crash .*KASAN: \.\* in foo/);
  });

  it('is contradicted by every error, whatever it is', () => {
    for (const kind of ['pass', 'any-failure', 'fail', 'timeout', 'hang'] as const)
      expect(contradiction({ kind }, 'error', [])).toBeDefined();
    expect(contradiction({ kind: 'crash', title: undefined }, 'error', [])).toBeDefined();
  });

  it('of a title is met by any of several findings', () => {
    const findings = ['WARNING in foo', 'kernel panic: bar'].map((title) => ({
      kind: 'warning' as const,
      title,
      fingerprint: title,
      line: 1,
      report: '',
    }));
    expect(contradiction({ kind: 'crash', title: /bar/ }, 'crash', findings)).toBeUndefined();
    expect(contradiction({ kind: 'crash', title: /baz/ }, 'crash', findings)).toContain(
      'found WARNING in foo, kernel panic: bar',
    );
  });
});
