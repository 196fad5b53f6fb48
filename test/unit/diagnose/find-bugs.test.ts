import { describe, expect, test } from 'vitest';
import { createBugFinder, findBugs, readBugs } from '../../../src/diagnose/find-bugs.ts';
import { kernelLog, nullDereference, warningIn } from './kernel-log.ts';

function titles(text: string): readonly string[] {
  return findBugs(text).map(({ title }) => title);
}

describe('a finding', () => {
  test('names the guilty function, its lines, its registers and its text', () => {
    const [bug] = findBugs(
      kernelLog(['toy: loading', 'toy: probing'], { from: 1 }) +
        kernelLog(nullDereference) +
        kernelLog(['reboot: not this'], { from: 99 }),
    );
    expect({ ...bug, report: '' }).toEqual({
      kind: 'null-deref',
      title: 'BUG: unable to handle kernel NULL pointer dereference in toy_reset',
      fingerprint: bug?.fingerprint,
      line: 3,
      lastLine: 22,
      report: '',
      guilty: 'toy_reset',
      registers: {
        RIP: '0010:toy_reset+0x1c/0x30 [toy]',
        RAX: '0000000000000000',
        RBX: 'ffff888003e5c000',
        RCX: '0000000000000000',
        CR2: '0000000000000008',
      },
      corrupted: false,
      occurrences: 1,
    });
    expect(bug?.report).toBe(nullDereference.join('\n'));
  });

  test('holds the panic that follows from it', () => {
    expect(titles(kernelLog(nullDereference))).toEqual([
      'BUG: unable to handle kernel NULL pointer dereference in toy_reset',
    ]);
  });

  test('begins its text at the cut-here line, so that what WARN() says is there', () => {
    const [bug] = findBugs(kernelLog(warningIn('toy_push')));
    expect(bug).toMatchObject({ title: 'WARNING in toy_push', line: 3 });
    expect(bug?.report.split('\n').slice(0, 2)).toEqual(['------------[ cut here ]------------', 'toy: ring is full']);
  });

  test('is one, with its number of occurrences, however often it was reported', () => {
    const text = [1, 2, 3]
      .map((round) => kernelLog(warningIn('toy_push', { pid: 70 + round, cpu: round }), { from: round * 10 }))
      .join('');
    const bugs = findBugs(text);
    expect(bugs.map(({ title, occurrences, line }) => ({ title, occurrences, line }))).toEqual([
      { title: 'WARNING in toy_push', occurrences: 3, line: 3 },
    ]);
  });

  test('has the same fingerprint with other addresses, processors, processes and lines of the kernel', () => {
    const other = nullDereference.map((line) =>
      line
        .replace('ffff888003e5c000', 'ffff88810aa00000')
        .replace('CPU: 1', 'CPU: 0')
        .replace('PID: 91', 'PID: 1234')
        .replace('+0x1c/0x30', '+0x2c/0x44'),
    );
    const [one] = findBugs(kernelLog(nullDereference));
    const [two] = findBugs(kernelLog(other, { from: 700 }));
    expect(two?.fingerprint).toBe(one?.fingerprint);
  });

  test('has another fingerprint when the driver came there another way', () => {
    const other = nullDereference.map((line) => line.replace('toy_probe', 'toy_resume'));
    expect(findBugs(kernelLog(other))[0]?.fingerprint).not.toBe(findBugs(kernelLog(nullDereference))[0]?.fingerprint);
  });

  test('two bugs one after the other are two findings', () => {
    const text =
      kernelLog(warningIn('toy_push')) +
      kernelLog(['toy: going on'], { from: 20 }) +
      kernelLog(nullDereference, { from: 30 });
    expect(titles(text)).toEqual([
      'WARNING in toy_push',
      'BUG: unable to handle kernel NULL pointer dereference in toy_reset',
    ]);
  });

  test('without its stack is corrupted', () => {
    expect(findBugs(kernelLog(['BUG: KASAN: slab-out-of-bounds in toy_copy+0x12/0x20']))[0]).toMatchObject({
      title: 'KASAN: slab-out-of-bounds in toy_copy',
      corrupted: true,
    });
  });
});

describe('a console as it is', () => {
  const oops = kernelLog(nullDereference);
  const expected = ['BUG: unable to handle kernel NULL pointer dereference in toy_reset'];

  test.each([
    ['carriage returns', oops.replaceAll('\n', '\r\n')],
    ['levels', oops.replaceAll(/^/gm, '<1>')],
    ['no time stamps', `${nullDereference.join('\n')}\n`],
    ['a login prompt before the first line', `toyhost login: ${oops}`],
    ['colours', oops.replaceAll(/^(.*)$/gm, '\x1b[31m$1\x1b[0m')],
    ['bytes that are no text', `\uFFFD\uFFFD\n${oops.replace('insmod', '\uFFFD\uFFFD')}`],
    ["a collector's dates", oops.replaceAll(/^/gm, '2026-11-20T09:49:45.123Z ')],
    ['a line of a program before, cut off', `copying 55%${oops}`],
  ])('may have %s', (_, text) => {
    expect(titles(text)).toEqual(expected);
  });

  test('may come in any chunks', () => {
    for (const length of [1, 7, 64, 1000]) {
      const finder = createBugFinder();
      for (let from = 0; from < oops.length; from += length) finder.push(oops.slice(from, from + length));
      expect(finder.end()).toEqual(findBugs(oops));
    }
  });

  test('may end without a line feed', () => {
    expect(titles('[    1.000000] Kernel panic - not syncing: toy: no hope')).toEqual(['kernel panic: toy: no hope']);
  });

  test('may mix two processors, told apart by their callers', () => {
    const one = kernelLog(warningIn('toy_push'), { caller: 'T77' }).trimEnd().split('\n');
    const two = kernelLog(nullDereference, { caller: 'T91' }).trimEnd().split('\n');
    const mixed = two.flatMap((line, index) => [one[index] ?? '', line]).filter((line) => line !== '');
    expect(findBugs(mixed.join('\n')).map(({ title, corrupted }) => ({ title, corrupted }))).toEqual([
      { title: 'BUG: unable to handle kernel NULL pointer dereference in toy_reset', corrupted: false },
      { title: 'WARNING in toy_push', corrupted: false },
    ]);
  });

  test('may put two messages on one line', () => {
    const text = oops
      .replace('Call Trace:\n', 'Call Trace:')
      .replace('\n[   10.010000] Call Trace:', '[   10.010000] Call Trace:');
    expect(titles(text)).toEqual(expected);
  });

  test('keeps bounded what one report and one line bring', () => {
    const endless = Array.from({ length: 5000 }, (_, index) => ` toy_recurse_${index}+0x1/0x2 [toy]`);
    const [bug] = findBugs(
      kernelLog(['BUG: KASAN: stack-out-of-bounds in toy_deep+0x1/0x2', 'x'.repeat(1_000_000), ...endless]),
    );
    expect(bug?.report.length).toBeLessThan(200_000);
  });

  test('keeps the first fifty different bugs and counts the others', () => {
    const text = Array.from({ length: 150 }, (_, index) =>
      kernelLog(
        warningIn(
          `toy_${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}_fail`,
        ),
        { from: index * 10 },
      ),
    ).join('');
    const { bugs, leftOut } = readBugs(text);
    expect([bugs.length, leftOut]).toEqual([50, 100]);
    expect(bugs.at(-1)?.line).toBeLessThan(text.split('\n').length / 2);
  });
});
