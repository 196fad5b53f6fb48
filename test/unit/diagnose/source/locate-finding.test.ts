import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/diagnose/finding.ts';
import {
  type CodePlace,
  type CodeUnderTest,
  placeKey,
  type SourceFrame,
} from '../../../../src/diagnose/source/code-place.ts';
import { locateFinding, placesOf } from '../../../../src/diagnose/source/locate-finding.ts';

const code: CodeUnderTest = {
  root: '/home/me/project',
  base: '/home/me/project',
  directories: ['drivers/edu'],
  hasFile: (path) => path.startsWith('lib/'),
};

function finding(...lines: readonly string[]): Finding {
  return { kind: 'oops', title: 'Oops in edu_read', fingerprint: 'f', line: 1, report: lines.join('\n') };
}

/** `edu:edu_read+18/48` → the frames, the innermost first. */
type Known = Readonly<Record<string, readonly (readonly [func: string, file: string, line: number])[]>>;

function located(bug: Finding, known: Known): Finding {
  const framesOf = (place: CodePlace): readonly SourceFrame[] | undefined =>
    known[placeKey(place)]?.map(([func, file, line]) => ({ function: func, file, line }));
  return locateFinding(bug, framesOf, code);
}

describe('places in a report', () => {
  const keys = (...lines: readonly string[]): readonly string[] => placesOf([finding(...lines)]).map(placeKey);

  it('are exact for the instruction pointer and return addresses in a trace', () => {
    expect(
      keys(
        'RIP: 0010:edu_read+0x12/0x30 [edu]',
        'Call Trace:',
        ' <TASK>',
        ' vfs_read+0xa/0xb0',
        ' edu_ioctl.isra.0+0x20/0x60 [edu 0123456789abcdef]',
      ),
    ).toEqual(['edu:edu_read+18/48', ':vfs_read+10/176 returns', 'edu:edu_ioctl.isra.0+32/96 returns']);
  });

  it('are exact for the instruction pointer also where the trace lists it again', () => {
    const again = keys(
      'WARNING: CPU: 0 PID: 1 at x.c:1 edu_read+0x12/0x30 [edu]',
      'RIP: 0010:edu_read+0x12/0x30 [edu]',
      'Call Trace:',
      ' ? __warn+0x7d/0xd0',
      ' ? edu_read+0x12/0x30 [edu]',
    );
    expect(again).toEqual(['edu:edu_read+18/48', ':__warn+125/208 returns']);
  });

  it('are exact at the begin of a function, where no call can return to', () => {
    expect(keys('Call Trace:', ' edu_read+0x0/0x30 [edu]')).toEqual(['edu:edu_read+0/48']);
  });

  it('are known as each architecture writes them', () => {
    expect(
      keys(
        'pc : edu_read+0x12/0x30 [edu]',
        'lr : edu_ioctl+0x4/0x8 [edu]',
        ' edu_ioctl from vfs_ioctl+0x10/0x20',
        '[<c01234>] (edu_write [edu]) from [<c0123456>] (vfs_write+0x8/0x20)',
      ),
    ).toEqual([
      'edu:edu_read+18/48',
      'edu:edu_ioctl+4/8 returns',
      ':vfs_ioctl+16/32 returns',
      ':vfs_write+8/32 returns',
    ]);
  });

  it('cost time in proportion to what a hostile guest prints', () => {
    const word = `${'a'.repeat(16_000)} x+0x1/0x2`;
    const many = Array.from({ length: 600 }, (_, index) => `f${index}+0x1/0x2 `.repeat(8));
    expect(keys(word, ...many)).toHaveLength(601);
  });
});

describe('the line of source', () => {
  it('is that of the innermost inlined function at the instruction pointer', () => {
    const bug = finding(
      'BUG: kernel NULL pointer dereference',
      'RIP: 0010:edu_read+0x12/0x30 [edu]',
      'Call Trace:',
      ' edu_ioctl+0x20/0x60 [edu]',
    );
    const known: Known = {
      'edu:edu_read+18/48': [
        ['edu_reg', 'drivers/edu/regs.h', 7],
        ['edu_read', 'drivers/edu/edu.c', 120],
      ],
      'edu:edu_ioctl+32/96 returns': [['edu_ioctl', 'drivers/edu/edu.c', 300]],
    };
    expect(located(bug, known).source).toEqual({ file: 'drivers/edu/regs.h', line: 7 });
  });

  it('is that of the driver’s frame where the kernel’s function failed, or one of a header that it includes', () => {
    const bug = finding(
      'BUG: kernel NULL pointer dereference',
      'RIP: 0010:memcpy+0x12/0x30',
      'Call Trace:',
      ' ? edu_guess+0x1/0x8 [edu]',
      ' edu_read+0x12/0x30 [edu]',
    );
    const known: Known = {
      ':memcpy+18/48': [['memcpy', '/usr/src/linux/lib/string.c', 1]],
      'edu:edu_guess+1/8 returns': [['edu_guess', 'drivers/edu/edu.c', 9]],
      'edu:edu_read+18/48 returns': [
        ['readl', '/usr/src/linux/include/io.h', 5],
        ['edu_read', '/home/me/project/drivers/edu/edu.c', 120],
      ],
    };
    expect(located(bug, known).source).toEqual({ file: 'drivers/edu/edu.c', line: 120 });
  });

  it('is that of the access before that of where memory was allocated or freed, whatever their order', () => {
    const bug = finding(
      'BUG: KASAN: slab-use-after-free in edu_read+0x12/0x30 [edu]',
      'Freed by task 71:',
      ' edu_free+0x4/0x8 [edu]',
      'Call Trace:',
      ' dump_stack_lvl+0x1/0x2',
      ' edu_read+0x14/0x30 [edu]',
    );
    const free: Known = { 'edu:edu_free+4/8 returns': [['edu_free', 'drivers/edu/edu.c', 50]] };
    expect(
      located(bug, { ...free, 'edu:edu_read+20/48 returns': [['edu_read', 'drivers/edu/edu.c', 120]] }).source,
    ).toEqual({ file: 'drivers/edu/edu.c', line: 120 });
    expect(located(bug, free).source).toEqual({ file: 'drivers/edu/edu.c', line: 50 });
  });

  it('is not that of what fault injection did on purpose', () => {
    const bug = finding(
      'WARNING: CPU: 0 PID: 1 at mm/page.c:1 alloc+0x1/0x9',
      'Call Trace:',
      ' should_fail_ex+0x1/0x2',
      ' edu_alloc+0x4/0x8 [edu]',
      'Call Trace:',
      ' edu_read+0x12/0x30 [edu]',
    );
    const known: Known = {
      'edu:edu_alloc+4/8 returns': [['edu_alloc', 'drivers/edu/edu.c', 50]],
      'edu:edu_read+18/48 returns': [['edu_read', 'drivers/edu/edu.c', 120]],
    };
    expect(located(bug, known).source).toEqual({ file: 'drivers/edu/edu.c', line: 120 });
  });

  it.each([
    'WARNING: CPU: 0 PID: 1 at drivers/edu/edu.c:88 edu_read+0x12/0x30 [edu]',
    'WARNING: drivers/edu/edu.c:88 at edu_read+0x12/0x30 [edu], CPU#0: run/71',
    'WARNING: CPU: 0 PID: 1 at ./drivers/edu/../edu/edu.c:88 0xffffffffc0001234',
    'kernel BUG at drivers/edu/edu.c:88!',
    'UBSAN: shift-out-of-bounds in drivers/edu/edu.c:88:12',
    'BUG: sleeping function called from invalid context at /home/me/project/drivers/edu/edu.c:88',
  ])('is what the report itself says: %s', (header) => {
    expect(
      located(finding('------------[ cut here ]------------', header, ' edu_read+0x12/0x30 [edu]'), {
        'edu:edu_read+18/48 returns': [['edu_read', 'drivers/edu/edu.c', 90]],
      }).source,
    ).toEqual({ file: 'drivers/edu/edu.c', line: 88 });
  });

  it('is the caller’s where the report was made in a file of the kernel', () => {
    const bug = finding(
      'WARNING: CPU: 0 PID: 1 at lib/refcount.c:28 refcount_warn_saturate+0xba/0x110',
      'RIP: 0010:refcount_warn_saturate+0xba/0x110',
      'Call Trace:',
      ' edu_read+0x12/0x30 [edu]',
    );
    expect(located(bug, { 'edu:edu_read+18/48 returns': [['edu_read', 'drivers/edu/edu.c', 120]] }).source).toEqual({
      file: 'drivers/edu/edu.c',
      line: 120,
    });
  });

  it('is another file of the project where no frame lies in a directory of info/modules', () => {
    const bug = finding('Oops', 'RIP: 0010:helper+0x1/0x8 [edu]');
    expect(located(bug, { 'edu:helper+1/8': [['helper', 'lib/helper.c', 3]] }).source).toEqual({
      file: 'lib/helper.c',
      line: 3,
    });
    expect(located(bug, { 'edu:helper+1/8': [['helper', 'generated/helper.c', 3]] }).source).toBeUndefined();
    expect(located(bug, { 'edu:helper+1/8': [['helper', '../other/helper.c', 3]] }).source).toBeUndefined();
  });

  it('is that of the guilty function where the project is the kernel', () => {
    const bug = finding('Oops', 'RIP: 0010:memcpy+0x1/0x8', 'Call Trace:', ' edu_read.isra.0+0x12/0x30');
    const known: Known = {
      ':memcpy+1/8': [['memcpy', '/home/me/project/lib/string.c', 3]],
      ':edu_read.isra.0+18/48 returns': [['edu_read', '/home/me/project/lib/edu.c', 120]],
    };
    expect(located(bug, known).source).toEqual({ file: 'lib/edu.c', line: 120 });
  });

  it('is relative to the repository also where the build begins above it', () => {
    const alone: CodeUnderTest = { root: '/home/me/project', base: '/home/me', directories: [''], hasFile: () => true };
    const bug = finding(
      'WARNING: CPU: 0 PID: 1 at project/edu.c:88 edu_read+0x12/0x30 [edu]',
      'RIP: 0010:edu_read+0x12/0x30 [edu]',
    );
    const framesOf = (): readonly SourceFrame[] => [{ function: 'edu_read', file: 'project/edu.c', line: 88 }];
    const { source, report } = locateFinding(bug, framesOf, alone);
    expect(source).toEqual({ file: 'edu.c', line: 88 });
    expect(report.split('\n')[1]).toBe('RIP: 0010:edu_read+0x12/0x30 [edu] (edu.c:88)');
  });

  it('is not there when nothing is known', () => {
    const bug = finding('Oops', 'RIP: 0010:edu_read+0x12/0x30 [edu]');
    expect(located(bug, {})).toEqual(bug);
  });
});

describe('a decoded report', () => {
  it('has its frames’ lines, and inlined functions on lines of their own', () => {
    const bug = finding(
      'BUG: KASAN: use-after-free in edu_read+0x12/0x30 [edu]',
      'RIP: 0010:edu_read+0x12/0x30 [edu]',
      'Call Trace:',
      ' <TASK>',
      ' ? edu_ioctl+0x20/0x60 [edu]',
      ' vfs_read+0xa/0xb0',
      ' </TASK>',
    );
    const known: Known = {
      'edu:edu_read+18/48': [
        ['edu_reg', '/home/me/project/drivers/edu/regs.h', 7],
        ['edu_read', 'drivers/edu/edu.c', 120],
      ],
      'edu:edu_ioctl+32/96 returns': [
        ['edu_lock', 'drivers/edu/edu.c', 31],
        ['edu_ioctl', 'drivers/edu/edu.c', 300],
      ],
    };
    expect(located(bug, known).report.split('\n')).toEqual([
      'BUG: KASAN: use-after-free in edu_read+0x12/0x30 [edu] (drivers/edu/edu.c:120)',
      ' edu_reg (drivers/edu/regs.h:7) [inline]',
      'RIP: 0010:edu_read+0x12/0x30 [edu] (drivers/edu/edu.c:120)',
      'Call Trace:',
      ' <TASK>',
      ' ? edu_lock (drivers/edu/edu.c:31) [inline]',
      ' ? edu_ioctl+0x20/0x60 [edu] (drivers/edu/edu.c:300)',
      ' vfs_read+0xa/0xb0',
      ' </TASK>',
    ]);
  });

  it('leaves the line that says itself where it was made', () => {
    const header = 'WARNING: CPU: 0 PID: 1 at drivers/edu/edu.c:88 edu_read+0x12/0x30 [edu]';
    expect(
      located(finding(header), { 'edu:edu_read+18/48 returns': [['edu_read', 'drivers/edu/edu.c', 88]] }).report,
    ).toBe(header);
  });
});
