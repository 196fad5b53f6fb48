import { describe, expect, test as it } from 'vitest';
import { renderFinal } from '../../../src/report/terminal/final.ts';
import type { TestResult } from '../../../src/results/results.ts';
import { cell, crash, oops, results, test } from './sample-results.ts';

const plain = { color: false, columns: 80, resultsDirectory: 'qdt-results', readLog: () => undefined };
const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2300, findings: [] } });
const big = cell('debian:6.12', 'big');

describe('the end of a run', () => {
  it('is two lines when everything is as expected', () => {
    const tests = [
      test('edu/a', small.id),
      test('edu/b', small.id, { outcome: 'skip' }),
      crash('edu/c', small.id, { ok: true }),
    ];
    expect(
      renderFinal(results([small], tests), plain),
    ).toBe(`  debian:6.12 · small   ✓-x   3 ok   boot 2.3 s, then 2.4 s per test

3 of 3 as expected (1 passed, 1 skipped, 1 failed as it should) · 19 s
`);
  });

  it('lists all that a driver left behind, with the lines that took it', () => {
    const leak = (what: string, line: number): TestResult['findings'][number] => ({
      kind: 'leak',
      title: `leak of ${what} in edu_open`,
      fingerprint: `leak-${line}`,
      line,
      source: { file: 'driver/edu.c', line },
      report: '',
    });
    const findings = [leak('64 bytes', 12), leak('a class', 30), leak('a \x1b[31mdevice', 31)];
    const tests = [test('edu/a', small.id, { outcome: 'fail', ok: false, reason: 'leak', findings })];
    expect(renderFinal(results([small], tests), plain)).toContain(
      '   left too    leak of a class in edu_open (driver/edu.c:30)\n' +
        '               leak of a device in edu_open (driver/edu.c:31)\n',
    );
    const many = Array.from({ length: 30 }, (_, index) => leak('an id', index + 1));
    const [lost] = [test('edu/a', small.id, { outcome: 'fail', ok: false, reason: 'leak', findings: many })];
    expect(renderFinal(results([small], [lost]), plain)).toContain('… 9 more in summary.md');
  });

  it('shows the row of a test with a table', () => {
    const parameters = { SIZE: '4096', MODE: 'read\x1b[31m and write' };
    const tests = [test('edu/dma@4096', small.id, { outcome: 'fail', ok: false, reason: 'no', parameters })];
    expect(renderFinal(results([small], tests), plain)).toContain(
      "\n   no\n   parameters  SIZE=4096 'MODE=read and write'\n   console ",
    );
  });

  it('tells tests that were not run from failures', () => {
    const lost = (id: string, cellId: string): ReturnType<typeof test> =>
      test(id, cellId, {
        outcome: 'error',
        ok: false,
        reason: 'not run: after 1 failure, --bail started no more tests',
      });
    const tests = [
      test('edu/a', small.id),
      test('edu/b', small.id, { outcome: 'fail', ok: false, reason: 'run ended with exit status 1' }),
      ...[lost('edu/c', small.id), lost('edu/a', big.id), lost('edu/b', big.id), lost('edu/c', big.id)],
    ];
    const bail = { failures: 1, notRun: tests.slice(2).map(({ id, cell: of }) => ({ id, cell: of })) };
    const final = renderFinal(results([small, big], tests, { bail }), { ...plain, columns: 120 });
    expect(final.split('\n').slice(0, 4)).toEqual([
      '  debian:6.12 · small   ✓✗   1 ok, 1 not ok, 1 not run   boot 2.3 s, then 2.4 s per test',
      '  debian:6.12 · big          3 not run',
      '',
      expect.stringMatching(/^1\) edu\/b {3}debian:6\.12 · small .*FAIL$/) as unknown,
    ]);
    expect(final.split('\n').slice(-4)).toEqual([
      'not run: edu/c (debian:6.12 · small), edu/a (debian:6.12 · big), edu/b (debian:6.12 · big), edu/c ' +
        '(debian:6.12 · big)',
      '',
      'Stopped after 1 failure: 4 of 6 tests were not run · 1 of 6 as expected (1 passed) · 1 failed · 19 s',
      '',
    ]);
  });

  it('says why tests were skipped, once for each reason', () => {
    const skipped = (id: string, cellId: string, why: string): ReturnType<typeof test> =>
      test(id, cellId, { outcome: 'skip', reason: `run asked to be skipped (exit status 4)${why}` });
    const tests = [
      skipped('smoke/bind', small.id, ': no such device'),
      skipped('smoke/bind', big.id, ': no such device'),
      skipped('edu/affinity', small.id, ': SKIP: needs two processors'),
      skipped('edu/quiet', small.id, ''),
    ];
    const final = renderFinal(results([small, big], tests), { ...plain, columns: 120 });
    expect(final.split('\n').filter((line) => line.startsWith('skipped'))).toEqual([
      'skipped: smoke/bind: no such device',
      'skipped: edu/affinity: needs two processors',
    ]);
  });

  it('shows failures, reasons, paths of logs and the commands to run them again', () => {
    const tests = [
      test('edu/a', small.id),
      crash('edu/b', small.id, { reason: 'the machine stopped while run was under way' }),
      test('edu/c', small.id, { ok: false, expected: 'crash matching /oops/' }),
      test('edu/a', big.id),
      crash('edu/b', big.id),
      test('edu/c', big.id, {
        outcome: 'timeout',
        ok: false,
        reason: 'run did not end within 60 s; the guest still answered. Its last words: waiting for interrupt 3 of 5',
        stages: [{ name: 'run', exitStatus: null, durationMs: 60_000, log: 'debian-6.12-big/edu/c/logs/run' }],
      }),
    ];
    expect(
      renderFinal(results([small, big], tests), plain),
    ).toBe(`  debian:6.12 · small   ✓✗✗   1 ok, 2 not ok   boot 2.3 s, then 2.4 s per test
  debian:6.12 · big     ✓✗✗   1 ok, 2 not ok   2.4 s per test

1) edu/b   debian:6.12 · small                                             CRASH
   BUG: kernel NULL pointer dereference in edu_dma_done
   the machine stopped while run was under way
     driver/edu.c:214   ← first frame in your code
     edu_dma_done+0x1a/0x40 [edu]
     edu_irq+0x5c/0x90 [edu]
   also        debian:6.12 · big
   last words  edu 0000:00:05.0: dma timeout, status 0x1
   console     qdt-results/debian-6.12-small/edu/b/console.log:812
   again       qemu-driver-test run examples/edu --test edu/b --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
   shell       qemu-driver-test shell examples/edu/b --kernel debian:6.12 --machine 'small=-m 256 -smp 1'

2) edu/c   debian:6.12 · small                                      PASS, NOT OK
   It passed, but crash matching /oops/ was expected. If the bug is fixed,
   remove its info/expect-failure.
   console     qdt-results/debian-6.12-small/edu/c/console.log
   again       qemu-driver-test run examples/edu --test edu/c --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
   shell       qemu-driver-test shell examples/edu/c --kernel debian:6.12 --machine 'small=-m 256 -smp 1'

3) edu/c   debian:6.12 · big                                             TIMEOUT
   run did not end within 60 s; the guest still answered. Its last words:
   waiting for interrupt 3 of 5
   output      qdt-results/debian-6.12-big/edu/c/logs/run
   console     qdt-results/debian-6.12-big/edu/c/console.log
   again       qemu-driver-test run examples/edu --test edu/c --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
   shell       qemu-driver-test shell examples/edu/c --kernel debian:6.12 --machine 'small=-m 256 -smp 1'

2 of 6 as expected (2 passed) · 2 crashed · 1 passed but should not have · 1 timed out · 19 s
`);
  });

  it('fits on one screen for a long run with failures everywhere', () => {
    const cells = Array.from({ length: 40 }, (_, index) => cell(`debian:6.${index}`, 'small'));
    const tests = cells.flatMap(({ id }, c) =>
      Array.from({ length: 100 }, (_, index) =>
        test(`edu/t${index}`, id, index === c ? { outcome: 'fail', ok: false, reason: `status ${index}` } : {}),
      ),
    );
    const lines = renderFinal(results(cells, tests), plain).split('\n');
    expect(lines.length).toBeLessThan(64);
    expect(lines[0]).toBe('  debian:6.0 · small    99✓ 1✗   99 ok, 1 not ok   2.4 s per test');
    expect(lines).toContain('  and 24 more cells, 24 of them not as expected');
    expect(lines).toContain('6) edu/t5   debian:6.5 · small   status 5                                   FAIL');
    expect(lines).toContain('and 25 more: qdt-results/summary.md');
    expect(lines.at(-2)).toBe('3960 of 4000 as expected (3960 passed) · 40 failed · 19 s');
    expect(lines.filter((line) => !/^ +(again|shell) /.test(line) && line.length > 80)).toEqual([]);
  });

  it('tells a broken boot once, with the console of the boot', () => {
    const broken = cell('debian:6.12', 'small', { boot: { outcome: 'failed', durationMs: 30_000, findings: [] } });
    const unborn = {
      outcome: 'error',
      ok: false,
      startMs: null,
      stages: [],
      reason: 'the machine did not boot: the kernel said nothing within 30 s',
    } as const;
    const tests = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => test(`edu/${name}`, broken.id, unborn));
    expect(
      renderFinal(results([broken], tests, { exitStatus: 69 }), plain),
    ).toBe(`  debian:6.12 · small   ✗✗✗✗✗✗✗   0 ok, 7 not ok   boot failed after 30 s

1) edu/a   debian:6.12 · small                                             ERROR
   the machine did not boot: the kernel said nothing within 30 s
   also        edu/b, edu/c, edu/d, edu/e and 2 more
   console     qdt-results/debian-6.12-small/edu/a/console.log
   again       qemu-driver-test run examples/edu --test edu/a --kernel debian:6.12 --machine 'small=-m 256 -smp 1'
   shell       qemu-driver-test shell examples/edu/a --kernel debian:6.12 --machine 'small=-m 256 -smp 1'

Nothing could be concluded · 0 of 7 as expected · 7 could not be judged · 19 s
`);
  });

  it('shows a compiler error as the compiler wrote it', () => {
    const reason =
      "driver did not build for debian:6.12:\nedu.c:3:1: error: unknown type name 'foo'\n    3 | foo x;\n      | ^~~";
    const tests = [test('edu/a', small.id, { outcome: 'error', ok: false, reason, startMs: null, stages: [] })];
    expect(renderFinal(results([small], tests), plain)).toContain(`
   driver did not build for debian:6.12:
   edu.c:3:1: error: unknown type name 'foo'
       3 | foo x;
         | ^~~
`);
  });

  it('has colours only when requested, and never those of a guest', () => {
    const hostile = '\x1b[2J\x1b]0;owned\x07 ##[error]x\r::error::y\u202e';
    const finding = {
      ...oops,
      title: hostile,
      report: `${hostile}\n${hostile} words`,
      source: { file: hostile, line: 1 },
    };
    const tests = [
      crash('edu/a', small.id, { reason: hostile, findings: [finding] }),
      test('edu/b', small.id, { outcome: 'fail', ok: false, reason: hostile }),
    ];
    const text = renderFinal(results([small], tests), plain);
    expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]|##\[|^\s*::/m);
    expect(text).toContain('\\u202e');
    const [first] = renderFinal(results([small], [test('edu/a', small.id)]), { ...plain, color: true }).split('\n');
    expect(first).toBe(
      '  debian:6.12 · small   \x1b[32m✓\x1b[39m   1 ok   \x1b[2mboot 2.3 s, then 2.4 s per test\x1b[22m',
    );
  });
});
