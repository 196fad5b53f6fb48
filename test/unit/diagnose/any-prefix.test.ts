import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { prefixOf } from '../../../src/diagnose/line-prefix.ts';
import { kernelLog, nullDereference, warningIn } from './kernel-log.ts';
import { type LineFormat, lineFormats } from './line-formats.ts';

const reports = [
  [nullDereference.slice(0, 16), 'BUG: unable to handle kernel NULL pointer dereference in toy_reset'],
  [warningIn('toy_ring'), 'WARNING in toy_ring'],
  [
    [
      'UBSAN: shift-out-of-bounds in drivers/misc/toy.c:88:14',
      "shift exponent 40 is too large for 32-bit type 'int'",
      'CPU: 1 UID: 0 PID: 91 Comm: insmod Tainted: G           O       6.12.0-1 #1',
      'Call Trace:',
      ' <TASK>',
      ' dump_stack_lvl+0x5d/0x80',
      ' __ubsan_handle_shift_out_of_bounds+0x1a/0x2b',
      ' toy_shift+0x12/0x40 [toy]',
      ' do_syscall_64+0x60/0x90',
      ' </TASK>',
    ],
    'UBSAN: shift-out-of-bounds in toy_shift',
  ],
] as const satisfies readonly (readonly [readonly string[], string])[];

const before = ['usb 1-1: new high-speed USB device number 2', 'toy: loading out-of-tree module taints kernel.'];

function titles(text: string): readonly string[] {
  return findBugs(text).map(({ title }) => title);
}

function inFormat(messages: readonly string[], format: LineFormat): readonly string[] {
  return messages.map(format);
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

describe('a report in a log that somebody kept', () => {
  test.each(Object.entries(lineFormats))('%s', (_, format) => {
    for (const [messages, title] of reports) {
      expect(titles(text(inFormat(messages, format)))).toEqual([title]);
      expect(titles(text(inFormat([...before, ...messages], format)))).toEqual([title]);
    }
  });

  test('the report has the messages without what stood before them', () => {
    const format = lineFormats['journal short'];
    const [bug] = findBugs(text(inFormat(warningIn('toy_ring'), format ?? ((message) => message))));
    expect(bug?.report.split('\n').slice(0, 3)).toEqual(warningIn('toy_ring').slice(0, 3));
  });

  test('formats change within one file', () => {
    const { 'dmesg -T': one, 'rsyslog, old format': other, 'docker-compose': third } = lineFormats;
    const lines = [
      ...inFormat(reports[1][0], one ?? String),
      ...inFormat(reports[0][0], other ?? String),
      ...inFormat(reports[2][0], third ?? String),
    ];
    expect(titles(text(lines))).toEqual(reports.map(([, title]) => title).sort((a, b) => order(a) - order(b)));
  });

  const order = (title: string): number => ['W', 'B', 'U'].indexOf(title.charAt(0));
});

describe('a learned prefix', () => {
  const behind = (messages: readonly string[]): string =>
    text(messages.map((message) => `board-3 console: ${message}`));

  test('is not the beginning of a task that hangs', () => {
    const hung = [
      'INFO: task sh:2986 blocked for more than 120 seconds.',
      'Call Trace:',
      ' schedule+0x64/0x160',
      ' toy_stop+0x21/0x72 [toy]',
    ];
    expect(titles(behind(hung))).toEqual(['INFO: task hung in toy_stop']);
  });

  test('is proved by an instruction pointer alone', () => {
    const oops = [
      'BUG: unable to handle kernel paging request at 000000010000001a',
      'IP: [<ffffffffa00312f5>] toy_fill+0x15/0x40 [toy]',
    ];
    expect(titles(behind(oops))).toEqual(['BUG: unable to handle kernel paging request in toy_fill']);
  });

  test('is no part of a trap that the kernel names', () => {
    const trap = ['stack segment trap: 0000 [#1] SMP', 'RIP: 0010:toy_fill+0x15/0x40 [toy]'];
    expect(titles(text(trap.map((message) => `x - y - ${message}`)))).toEqual(['stack segment trap in toy_fill']);
  });
});

describe('a report in wrapped lines', () => {
  const hard = (width: number) => (line: string) => line.match(new RegExp(`.{1,${width}}`, 'g')) ?? [''];
  const soft = (width: number) => (line: string) =>
    line.match(new RegExp(`(?:.{1,${width}}|\\S+)(?:\\s|$)`, 'g')) ?? [''];
  const long = { file: '/home/build/src/modules/drivers/misc/toy/toy-main.c' };

  test.each(['plain', 'printk', 'dmesg -T', 'journal short', 'minicom', 'quoted', 'GitHub job'])('%s', (name) => {
    const lines = inFormat(warningIn('toy_ring', long), lineFormats[name] ?? String);
    for (const wrap of [hard(72), hard(80), soft(72), soft(76), soft(80)])
      expect(titles(text(lines.flatMap((line) => wrap(line).map((part) => part.trimEnd()))))).toEqual([
        'WARNING in toy_ring',
      ]);
  });

  test('a terminal ends its lines with a carriage return, too', () => {
    const lines = kernelLog(warningIn('refcount_warn_saturate', { file: 'some/long/path/to/the/lib/refcount.c' }));
    const wrapped = lines.split('\n').flatMap(hard(80)).join('\r\n');
    expect(titles(wrapped)).toEqual(['WARNING: refcount bug in toy_submit']);
  });

  test('the kind of a warning stands in its second line', () => {
    const lines = kernelLog(warningIn('refcount_warn_saturate', { file: 'some/long/path/to/the/lib/refcount.c' }))
      .split('\n')
      .flatMap((line) => soft(72)(line).map((part) => part.trimEnd()));
    expect(titles(lines.join('\n'))).toEqual(['WARNING: refcount bug in toy_submit']);
  });

  test("a program's line behind a full one is not a part of it", () => {
    const full = `BUG: ${'toy '.repeat(13)}end`;
    expect(titles(`${kernelLog([full])}+ run the next test\n`)[0]).toBe(full);
  });
});

describe('a prefix', () => {
  test.each(
    [
      ' toy_probe+0x12/0x40 [toy]',
      '[<c0104558>] (toy_write) from [<80105558>] (vfs_write+0x10/0x14)',
      '[<80105558>] toy_write+0x10/0x14',
      '[ BUG: Invalid wait context ]',
      '>ffff888100000000: fa fb fb fb',
      'CPU: 1 PID: 2 Comm: toy',
      'WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:12 toy_probe+0x12/0x40 [toy]',
      'Code: 48 8b 80 30 01',
      '0000:00:02.0: reset',
    ].map((message) => [message] as const),
  )('is not taken from a bare message: %s', (message) => {
    expect(message.slice(prefixOf(message).end)).toBe(message);
  });
});

describe('no alarm behind a prefix', () => {
  const program: LineFormat = (message, at) => `Mar  8 07:41:0${at} lab-7 checker[${at}]: ${message}`;

  test("a program's words about a bug", () => {
    expect(
      titles(
        text(inFormat(['BUG: 17 known failures', 'WARNING: no config', 'Kernel panic - not syncing: x'], program)),
      ),
    ).toEqual([]);
  });

  test("a header of one program with another's stack", () => {
    const stack = inFormat(nullDereference.slice(5), (message) => `other: ${message}`);
    expect(titles(text([program(nullDereference[0] ?? '', 1), ...stack]))).toEqual([]);
  });

  test('a kernel log in a log of kernel lines with timestamps', () => {
    expect(titles(`${kernelLog(before)}${text(inFormat(nullDereference.slice(0, 4), (m) => `tool: ${m}`))}`)).toEqual(
      [],
    );
  });
});

describe('boots in one file', () => {
  const boot = ['Linux version 6.12.0-amd64 (builder@host) (gcc-14) #1 SMP', 'eth0: link up'];
  const title = 'unexpected kernel reboot';

  test.each([
    'journal short',
    'journal short-iso',
    'rsyslog, old format',
    'busybox syslogd',
    'RFC 5424',
    'kernel: alone',
    'GitHub job',
  ])('are ordinary in a kept log: %s', (name) => {
    const format = lineFormats[name] ?? String;
    expect(titles(text(inFormat([...boot, ...boot], format)))).toEqual([]);
  });

  test.each(['-- Reboot --', '-- Boot 0123456789abcdef0123456789abcdef --'])('are ordinary behind %s', (line) => {
    expect(titles(text([...boot, line, ...boot]))).toEqual([]);
  });

  test('are a finding on the console of one run', () => {
    expect(titles(kernelLog([...boot, ...boot]))).toEqual([title]);
    expect(titles(text([...boot, ...boot]))).toEqual([title]);
  });
});
