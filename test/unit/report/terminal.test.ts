import { describe, expect, test as it } from 'vitest';
import type { RunEvent } from '../../../src/event/event.ts';
import { createTerminalReporter } from '../../../src/report/terminal/terminal.ts';
import type { TerminalOptions } from '../../../src/report/text/style.ts';

/** A reporter on a clock that only `wait` moves, ticking as an application would. */
function rig(changes: Partial<TerminalOptions>): {
  readonly send: (event: RunEvent) => void;
  readonly wait: (ms: number) => void;
  readonly close: () => void;
  readonly output: () => string;
} {
  let nowMs = 0;
  let output = '';
  const write = (text: string): void => void (output += text);
  const reporter = createTerminalReporter({
    write,
    columns: () => 80,
    isTty: false,
    color: false,
    now: () => nowMs,
    verbose: false,
    ...changes,
  });
  const wait = (ms: number): void => {
    for (let step = 0; step < ms; step += 100) {
      nowMs += 100;
      reporter.tick();
    }
  };
  return { send: reporter.onEvent, wait, close: reporter.close, output: () => output };
}

/** What a terminal shows after this output: knows what the reporter uses, and refuses anything else. */
function screenOf(output: string): readonly string[] {
  let lines = [''];
  let row = 0;
  let column = 0;
  for (const [piece] of output.matchAll(/\x1b\[\??\d*[A-Za-z]|[^]/gu)) {
    const rest = lines[row] ?? '';
    if (piece === '\n') {
      row += 1;
      column = 0;
      lines[row] ??= '';
    } else if (piece === '\r') column = 0;
    else if (piece.endsWith('A') && piece.startsWith('\x1b')) row -= Number(piece.slice(2, -1));
    else if (piece === '\x1b[J') lines = [...lines.slice(0, row), rest.slice(0, column)];
    else if (piece === '\x1b[K') lines[row] = rest.slice(0, column);
    else if (piece.startsWith('\x1b')) expect(['\x1b[?7l', '\x1b[?7h']).toContain(piece);
    else {
      lines[row] = `${rest.slice(0, column)}${piece}${rest.slice(column + 1)}`;
      column += 1;
    }
    if (row < 0) throw new Error('above the screen');
  }
  return lines;
}

const begin: RunEvent = {
  kind: 'run-begin',
  suites: ['edu'],
  cells: ['debian-6.1-small', 'debian-6.12-small'],
  tests: 6,
  repeat: 1,
  jobs: 2,
};
const testBegin = (id: string, cell: string): RunEvent => ({ kind: 'test-begin', id, cell });
const testEnd = (
  id: string,
  cell: string,
  [outcome, ok, durationMs]: readonly [string, boolean, number],
): RunEvent => ({ kind: 'test-end', id, cell, outcome, ok, reason: ok ? '' : `why ${id} is not ok`, durationMs });

function playRun({ send, wait }: ReturnType<typeof rig>): void {
  send({ kind: 'provision-begin', what: 'QEMU debian:trixie-backports', activity: 'fetching' });
  wait(7000);
  send({ kind: 'provision-end', ended: 'done', what: 'QEMU debian:trixie-backports', durationMs: 7000 });
  send({ kind: 'provision-begin', what: 'debian:6.1', activity: 'extracting' });
  wait(400);
  send({ kind: 'provision-end', ended: 'done', what: 'debian:6.1', durationMs: 400 });
  send({ kind: 'provision-begin', what: 'busybox', activity: 'resolving' });
  send({ kind: 'provision-end', ended: 'done', what: 'busybox', durationMs: 4 });
  send({
    kind: 'fact',
    topic: 'speed',
    text: 'TCG: no /dev/kvm. Tests run about 10 times slower; verdicts are the same. Ask whoever runs this host.',
  });
  send({ kind: 'warning', message: 'edu.ko has no debug information' });
  send(begin);
  send(testBegin('edu/a', 'debian-6.1-small'));
  send(testBegin('edu/b', 'debian-6.1-small'));
  wait(2400);
  send(testEnd('edu/a', 'debian-6.1-small', ['pass', true, 2400]));
  send(testBegin('edu/a', 'debian-6.12-small'));
  wait(600);
  send(testEnd('edu/a', 'debian-6.12-small', ['crash', false, 600]));
  send(testEnd('edu/b', 'debian-6.1-small', ['hang', true, 3000]));
  send(testEnd('edu/c', 'debian-6.1-small', ['pass', false, 300]));
  send(testEnd('edu/d', 'debian-6.1-small', ['skip', true, 300]));
  send(testBegin('edu/b', 'debian-6.12-small'));
  wait(500);
}

const provisioned = [
  '  QEMU debian:trixie-backports  fetched in 7.0 s',
  '  debian:6.1  extracted in 0.4 s',
  '  speed    TCG: no /dev/kvm. Tests run about 10 times slower; verdicts are the',
  '           same. Ask whoever runs this host.',
  'warning: edu.ko has no debug information',
  '',
  'edu: 3 tests × 2 cells = 6, 2 at a time',
  '',
];

describe('outside of a terminal', () => {
  it('each thing is said once, in a line that is never rewritten', () => {
    const run = rig({ isTty: false });
    playRun(run);
    run.close();
    expect(run.output().split('\n')).toEqual([
      '  fetching QEMU debian:trixie-backports …',
      ...provisioned,
      'PASS edu/a  debian-6.1-small  2.4 s',
      'CRASH edu/a  debian-6.12-small  0.6 s  why edu/a is not ok',
      'XFAIL edu/b  debian-6.1-small  3.0 s  hang, as expected',
      'NOT OK edu/c  debian-6.1-small  0.3 s  why edu/c is not ok',
      'SKIP edu/d  debian-6.1-small  0.3 s',
      '',
      '',
    ]);
  });

  it('a long silence is broken once a minute', () => {
    const run = rig({ isTty: false });
    run.send(begin);
    run.send(testBegin('edu/a', 'debian-6.1-small'));
    run.wait(125_000);
    expect(run.output().split('\n').slice(3)).toEqual([
      '  still running after 1 min 00 s: edu/a  debian-6.1-small',
      '  still running after 2 min 00 s: edu/a  debian-6.1-small',
      '',
    ]);
  });

  it('a long step says how far it is', () => {
    const run = rig({ isTty: false });
    run.send({ kind: 'provision-begin', what: 'debian:6.12+kasan', activity: 'building' });
    run.wait(2_000);
    run.send({ kind: 'provision-step', what: 'debian:6.12+kasan', detail: '9 of about 90 files, about 7 min left' });
    run.wait(61_000);
    expect(run.output().split('\n')).toEqual([
      '  building debian:6.12+kasan …',
      '  still running after 1 min 01 s: building debian:6.12+kasan, 9 of about 90 files, about 7 min left',
      '',
    ]);
  });

  it('verbose output also says what begins', () => {
    const run = rig({ verbose: true });
    run.send(testBegin('edu/a', 'debian-6.1-small'));
    expect(run.output()).toBe('BEGIN edu/a  debian-6.1-small\n');
  });

  it('a cancelled run says what happens now', () => {
    const run = rig({});
    run.send({ kind: 'cancelling', reason: 'SIGINT' });
    expect(run.output()).toBe(
      'stopping: SIGINT. Stopping the machines and writing the results; press Ctrl-C again to quit now.\n',
    );
  });

  it('of a reason with several lines, the first one says why a test is not ok', () => {
    const run = rig({});
    const reason = "driver/edu.c:3: error: expected ';'\nthe modules in /w/driver did not build";
    run.send({ kind: 'test-end', id: 'edu/a', cell: 'c', outcome: 'error', ok: false, reason, durationMs: 0 });
    expect(run.output()).toBe("ERROR edu/a  c  0 ms  driver/edu.c:3: error: expected ';'\n");
  });

  it('a build that failed was not built', () => {
    const run = rig({});
    run.send({ kind: 'provision-begin', what: 'driver for 6.12', activity: 'building' });
    run.send({ kind: 'provision-end', what: 'driver for 6.12', ended: 'failed', durationMs: 1200 });
    expect(run.output()).toBe('  driver for 6.12  building failed after 1.2 s\n');
  });

  it('compiler output is shown unchanged', () => {
    const run = rig({});
    const output = "edu.c:3:1: error: unknown type name 'foo'\n    3 | foo x;\n      | ^~~\n";
    run.send({
      kind: 'build-failed',
      suite: 'edu',
      kernel: 'debian:6.12',
      directory: 'driver',
      output,
      log: 'out/c/edu/build.log',
    });
    expect(run.output()).toBe(
      `\ndriver of edu does not build for debian:6.12:\n${output}All of the output: out/c/edu/build.log\n\n`,
    );
  });

  it('no escape sequence and no CI command comes from anywhere', () => {
    const run = rig({});
    run.send({ kind: 'warning', message: 'a\x1b[2J\r::error::owned ##[error]b' });
    run.send(testEnd('edu/\x1b[31mx', 'c\n::stop', ['fail', false, 100]));
    expect(run.output()).toBe(
      'warning: a\n         : :error::owned # #[error]b\nFAIL edu/x  c ::stop  0.1 s  why edu/x is not ok\n',
    );
  });
});

describe('on a terminal', () => {
  it('live lines are rewritten below permanent ones', () => {
    const run = rig({ isTty: true });
    playRun(run);
    expect(screenOf(run.output())).toEqual([
      ...provisioned,
      '  debian-6.1-small   ✓x✗-',
      '  debian-6.12-small  ✗  edu/b',
      '  5 of 6 · 3 s · 2 not as expected, last edu/c (pass)',
      '',
    ]);
    run.wait(3000);
    expect(screenOf(run.output()).slice(-4)).toEqual([
      '  debian-6.1-small   ✓x✗-',
      '  debian-6.12-small  ✗  edu/b 3 s',
      '  5 of 6 · 6 s · 2 not as expected, last edu/c (pass)',
      '',
    ]);
  });

  it('nothing of it is left at the end', () => {
    const run = rig({ isTty: true });
    playRun(run);
    run.close();
    expect(screenOf(run.output())).toEqual([...provisioned, '']);
    run.send({ kind: 'warning', message: 'late' });
    expect(screenOf(run.output())).toEqual([...provisioned, 'warning: late', '']);
  });

  it('a step is shown while it lasts longer than a second', () => {
    const run = rig({ isTty: true });
    run.send({ kind: 'provision-begin', what: 'debian:6.1', activity: 'fetching' });
    run.wait(900);
    expect(run.output()).toBe('');
    run.wait(2500);
    expect(screenOf(run.output())).toEqual(['  fetching debian:6.1  3 s', '']);
    run.send({ kind: 'provision-end', ended: 'done', what: 'debian:6.1', durationMs: 3400 });
    expect(screenOf(run.output())).toEqual(['  debian:6.1  fetched in 3.4 s', '']);
  });

  it('nothing is written while nothing changes', () => {
    const run = rig({ isTty: true });
    run.send(begin);
    run.wait(100);
    const before = run.output();
    run.wait(800);
    expect(run.output()).toBe(before);
  });

  it("many cells with many tests take a few lines of the terminal's width", () => {
    const run = rig({ isTty: true, columns: () => 60 });
    const cells = Array.from({ length: 30 }, (_, index) => `debian-6.${index}-with-a-very-long-machine-name`);
    run.send({ kind: 'run-begin', suites: ['edu'], cells, tests: 30 * 500, repeat: 1, jobs: 30 });
    for (const cell of cells) {
      for (let index = 0; index < 200; index++)
        run.send(testEnd(`edu/test-${index}`, cell, index % 50 === 7 ? ['fail', false, 100] : ['pass', true, 100]));
      run.send(testBegin('edu/a-test-with-a-name-that-is-far-too-long-for-any-terminal', cell));
    }
    run.wait(2000);
    const live = screenOf(run.output()).slice(3);
    expect(live).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `  debian-6.${index}-with-a-very-long…  196✓ 4✗  edu/a-test-with-a-…`),
      '  and 22 more cells',
      '  6000 of 15000 · 2 s · 120 not as expected, last edu/test-…',
      '',
    ]);
    expect(Math.max(...live.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  it('verbose output has a line for every finished test', () => {
    const run = rig({ isTty: true, verbose: true });
    playRun(run);
    expect(screenOf(run.output())).toContain('CRASH edu/a  debian-6.12-small  0.6 s  why edu/a is not ok');
  });

  it('colours come only when asked for', () => {
    const plain = rig({ isTty: true });
    playRun(plain);
    expect(plain.output()).not.toMatch(/\x1b\[\d*m/);
    const colored = rig({ color: true });
    colored.send(testEnd('edu/a', 'c', ['crash', false, 100]));
    expect(colored.output()).toBe('\x1b[31mCRASH\x1b[39m edu/a  c  0.1 s  why edu/a is not ok\n');
  });
});
