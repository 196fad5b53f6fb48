import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { createTripwire } from '../../../src/diagnose/tripwire.ts';
import { kernelLog, nullDereference } from './kernel-log.ts';

function titles(text: string): readonly string[] {
  return findBugs(text).map(({ title }) => title);
}

describe('text that is not a bug', () => {
  test('a trace that fault injection shows on purpose', () => {
    const text = kernelLog([
      'FAULT_INJECTION: forcing a failure.',
      'name failslab, interval 1',
      'CPU: 0 PID: 77 Comm: cat',
      'Call Trace:',
      ' dump_stack+0x1/0x2',
      ' should_fail_ex+0x1/0x2',
      ' toy_alloc+0x1/0x2 [toy]',
    ]);
    expect(findBugs(text)).toEqual([]);
  });

  test('fault injection in the middle of a report does not become its stack', () => {
    const text = kernelLog([
      'BUG: sleeping function called from invalid context at mm/slab.h:1',
      'Call Trace:',
      ' dump_stack+0x1/0x2',
      ' should_fail_ex+0x1/0x2',
      ' other_alloc+0x1/0x2',
    ]);
    expect(titles(text)).toEqual(['BUG: sleeping function called from invalid context in corrupted']);
  });

  test('backtraces that sysrq was asked for', () => {
    const text = kernelLog([
      'sysrq: Show backtrace of all active CPUs',
      'NMI backtrace for cpu 0',
      'CPU: 0 PID: 77 Comm: cat',
      'RIP: 0010:toy_spin+0x5/0x10 [toy]',
      'Call Trace:',
      ' toy_read+0x22/0x40 [toy]',
    ]);
    expect(findBugs(text)).toEqual([]);
  });

  test("a program's words, where the kernel's own lines have time stamps", () => {
    const text =
      `${kernelLog(['Linux version 6.12.0'], { from: 0 })}Kernel panic - not syncing: what I expect to ` +
      `see\nBUG: quoted\nWARNING: CPU: 0 PID: 1 at a.c:1 f+0x1/0x2\n+ echo '[    1.000000] BUG: kernel NULL ` +
      `pointer dereference, address: 0'\n`;
    expect(findBugs(text)).toEqual([]);
    const tripwire = createTripwire();
    expect(text.split('\n').filter((line) => tripwire(line))).toEqual([]);
  });

  test('the text of a program whose output has no time stamps', () => {
    expect(
      findBugs(
        'INFO: creating output directory\nWARNING: optional imports not found\nBUG: 17 known failures\nok 1 ' +
          'panic_test\n',
      ),
    ).toEqual([]);
  });
});

describe('a machine that starts again', () => {
  const boot = kernelLog(['Linux version 6.12.0 (toy@build)', 'Command line: quiet'], { from: 0 });

  test('by itself is a finding', () => {
    expect(findBugs(boot + boot).map(({ kind, title, line }) => ({ kind, title, line }))).toEqual([
      { kind: 'reboot', title: 'unexpected kernel reboot', line: 3 },
    ]);
  });

  test('because it was asked to is none', () => {
    expect(findBugs(`${boot}${kernelLog(['reboot: Restarting system'])}${boot}`)).toEqual([]);
  });

  test('after a bug adds nothing to it', () => {
    expect(titles(boot + kernelLog(nullDereference) + boot)).toEqual([
      'BUG: unable to handle kernel NULL pointer dereference in toy_reset',
    ]);
  });
});
