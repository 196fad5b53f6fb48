import { describe, expect, it } from 'vitest';
import { fragments, pumps } from '../../hostile/console-text.ts';
import { excessiveGrowth } from '../../hostile/growth.ts';
import { textReaders } from '../../hostile/text-readers.ts';

type TextOf = (chars: number) => string;

/** What was slow once: each made a pattern or a list take time that grew with the square of its length. */
const known: readonly (readonly [begin: string, pump: string, end: string])[] = [
  ['BUG: l', '\t', 's'],
  ['BUG: KCSAN:  ', ' ', ' :'],
  ['0..0#', '\t', '.\u2028x'],
  ['Bail out!', ' ', 'A\u2028'],
  ['ok 1 F', '\t#TODOF', '\u2028'],
  ['IP  ', ' ', '  '],
  ['Invalid ', '0xbn', 'x'],
  ['WARNING: at ', 'mm/U', 'x'],
  ['IP: b+0xb/0x0 [b', '0x', '1 b $+0xa/0xa'],
  ['NIP a+0xa/0xa [0', '0x', ' a+0x0/0x1'],
  ['x', '\r', 'y'],
  ['l', ' \n\t', 'at e'],
  ['    at e', '(/', 'f'],
  ['up_tryloc', 'k_tryloc', 'b'],
  [' ', '\t', 't'],
  [' _R', 'I', 'C1aB3_E+0x1/0x2'],
  [' _RNvC1aT', 'B5_', 'E+0x1/0x2'],
  ['_ZN', '1a', 'E'],
];

const families: readonly (readonly [string, TextOf])[] = [
  ...known.map(([begin, pump, end]) => [JSON.stringify(begin + pump), pumped(begin, pump, end)] as const),
  ...fragments.flatMap((begin, index) =>
    [...pumps, begin]
      .filter((_, place) => (place + index) % 20 === 0)
      .map((pump) => [JSON.stringify(begin + pump), pumped(begin, pump, '!')] as const),
  ),
];

/** Many lines, of which each may remember something. */
const crowds: readonly (readonly [string, TextOf])[] = [
  ['announcements and results', lines('# Subtest: a', 'ok 1 a')],
  [
    'announcements, then results',
    (chars) => `KTAP version 1\n${'# Subtest: a\n'.repeat(chars / 26)}${'ok 1 a\n'.repeat(chars / 14)}`,
  ],
  [
    'messages of tests',
    (chars) =>
      ['KTAP version 1\n', ...Array.from({ length: chars / 20 }, (_, at) => `ok ${at + 1} t${at}\n# t${at}: x\n`)].join(
        '',
      ),
  ],
  ['plans that nothing keeps', lines('    1..1000', 'ok 1 a')],
  ['commented results', lines('# selftests: toy: a', '# 1..2', '# not ok 1 b', 'not ok 1 selftests: toy: a')],
  ['one commented test', (chars) => `# selftests: toy: a\n${'# ok 1 b\n'.repeat(chars / 9)}`],
  ['plans one level too deep', lines('    # Subtest: a', '        1..9', '    ok 1 b', 'ok 1 a')],
  ['results in braces', lines('ok 1 a {', '    ok 1 b', '}')],
  [
    'a staircase',
    (chars) => Array.from({ length: Math.sqrt(chars) }, (_, index) => `${' '.repeat(index)}ok 1 a`).join('\n'),
  ],
  ['results alone', lines('ok')],
  ['failures alone', lines('not ok')],
  [
    'callers that all report',
    (chars) =>
      Array.from(
        { length: chars / 60 },
        (_, index) => `[    1.000000][  T${index}] BUG: kernel NULL pointer dereference, address: 0`,
      ).join('\n'),
  ],
  [
    'callers that all go on',
    (chars) =>
      Array.from(
        { length: chars / 60 },
        (_, index) => `[    1.000000][  T${index % 2000}] ${index < 2000 ? 'BUG: memory leak' : ' toy_probe+0x1/0x2'}`,
      ).join('\n'),
  ],
  [
    'processors that answer',
    lines('[    1.000000][    C1] Sending NMI from CPU 0 to CPUs 1:', '[    1.000000][    C2]  toy+0x1/0x2'),
  ],
  [
    'innocent frames',
    lines(
      '[    1.000000] BUG: kernel NULL pointer dereference, address: 0',
      ...Array.from({ length: 50 }, (_, index) => `[    1.000000]  kmem_cache_free_${index}+0x1/0x2`),
    ),
  ],
  ['frames in one report', lines(' toy_probe+0x12/0x40 [toy]')],
  ['inlined frames', (chars) => `Call Trace:\n${' toy (drivers/toy.c:12) [inline]\n'.repeat(chars / 32)}`],
  ['places on one line', (chars) => `Call Trace:\n ${'toy+0x1/0x2 '.repeat(chars / 12)}`],
  [
    'headers behind other prefixes',
    (chars) => lineCount(chars, 40, (at) => `p${'q'.repeat(at % 90)}: BUG: memory leak`),
  ],
  [
    'lines behind a learned prefix',
    (chars) => `console a: BUG: memory leak\n${'console a: toy+0x1/0x2\n'.repeat(chars / 23)}`,
  ],
  ['full lines that go on', lines(`[    1.000000] WARNING: CPU: 0 PID: 7 at ${'a/'.repeat(17)}`, 'b'.repeat(80))],
  ['prefixes of many parts', (chars) => `Call Trace: BUG\n${'> 12:00 | 12:01 > [12:02] 1.002 '.repeat(chars / 31)}`],
  ['warnings', lines('[    1.000000] WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:12 toy_probe+0x12/0x40 [toy]')],
  ['stamps', (chars) => '[1.000]BUG: '.repeat(chars / 12)],
  ['cited stamps', (chars) => `BUG: ${"'[1.000]".repeat(chars / 8)}`],
  ['tasks', lines('task:run             state:D stack:0     pid:71    ppid:1', ' toy+0x1/0x2')],
  ['processors', lines('CPU#0', 'RIP=ffffffff81000000 RFL=00000046')],
];

describe("the time of a parser grows linearly with the guest's text", () => {
  it.each(Object.entries(textReaders))(
    '%s, on a long line',
    (_, read) => {
      expect(families.flatMap(([name, textOf]) => told(name, excessiveGrowth(read, textOf, 4 * 1024)))).toEqual([]);
    },
    120_000,
  );

  it.each(Object.entries(textReaders))(
    '%s, on many lines',
    (_, read) => {
      expect(crowds.flatMap(([name, textOf]) => told(name, excessiveGrowth(read, textOf, 16 * 1024)))).toEqual([]);
    },
    120_000,
  );

  it('is measured so that quadratic time is seen', () => {
    expect(
      excessiveGrowth(
        (text) => void /\r+$/.test(`${text}x`),
        (chars) => '\r'.repeat(chars),
        1024,
      ),
    ).toBeDefined();
  });
});

function told(name: string, growth: ReturnType<typeof excessiveGrowth>): readonly string[] {
  return growth === undefined
    ? []
    : [`${name}: ${growth.smallMs.toFixed(2)} ms, four times of it ${growth.largeMs.toFixed(2)} ms`];
}

function lineCount(chars: number, length: number, line: (at: number) => string): string {
  return Array.from({ length: chars / length }, (_, at) => line(at)).join('\n');
}

function pumped(begin: string, pump: string, end: string): TextOf {
  return (chars) => `${begin}${pump.repeat(Math.ceil(chars / pump.length))}${end}`;
}

function lines(...block: readonly string[]): TextOf {
  const text = `${block.join('\n')}\n`;
  return (chars) => text.repeat(Math.ceil(chars / text.length));
}
