import { describe, expect, test } from 'vitest';
import { parseKtap } from '../../../../src/diagnose/ktap/ktap-reader.ts';
import type { KtapTest } from '../../../../src/diagnose/ktap/ktap-tree.ts';
import { subtestsOf } from '../../../../src/diagnose/ktap/subtests.ts';
import { kernelLog } from '../kernel-log.ts';

/** The tree in one line: `suite=pass(one=pass two=skip)`. */
function tree(tests: readonly KtapTest[]): string {
  return tests
    .map(({ name, status, tests: inner }) => `${name}=${status}${inner === undefined ? '' : `(${tree(inner)})`}`)
    .join(' ');
}

function read(text: string): { readonly status: string; readonly tree: string; readonly errors: number } {
  const { status, tests, counts } = parseKtap(text);
  return { status, tree: tree(tests), errors: counts.error };
}

const suite = ['    KTAP version 1', '    # Subtest: ring', '    1..2', '    ok 1 push', '    ok 2 pop', 'ok 1 ring'];

describe('KTAP', () => {
  test('nests by indentation, a result closing the block before it', () => {
    expect(read(['KTAP version 1', '1..1', ...suite].join('\n'))).toEqual({
      status: 'pass',
      tree: 'ring=pass(push=pass pop=pass)',
      errors: 0,
    });
  });

  test('counts the leaves only', () => {
    expect(parseKtap(['KTAP version 1', '1..1', ...suite].join('\n')).counts).toEqual({
      pass: 2,
      fail: 0,
      skip: 0,
      todo: 0,
      crash: 0,
      error: 0,
    });
  });

  test('is read from a kernel log, other messages between', () => {
    const log = kernelLog([
      'toy: loading',
      'KTAP version 1',
      '1..1',
      ...suite.flatMap((line) => [line, 'usb 1-1: new device']),
    ]);
    expect(read(log)).toEqual({ status: 'pass', tree: 'ring=pass(push=pass pop=pass)', errors: 0 });
  });

  test('is read behind any prefix that the version line shows', () => {
    expect(read('hvc0: KTAP version 1\nhvc0: 1..1\nhvc0: ok 1 toy\n')).toEqual({
      status: 'pass',
      tree: 'toy=pass',
      errors: 0,
    });
  });

  test("KUnit's tabs, hyphens and three levels", () => {
    const text =
      'TAP version 14\n1..1\n\t# Subtest: outer\n\t1..1\n\t\t# Subtest: inner\n\t\t1..2\n\t\tok 1 - ' +
      'a\n\t\tnot ok 2 - b\n\tnot ok 1 - inner\nnot ok 1 - outer\n';
    expect(read(text)).toEqual({ status: 'fail', tree: 'outer=fail(inner=fail(a=pass b=fail))', errors: 0 });
  });

  test('directives and reasons', () => {
    const text =
      'KTAP version 1\n1..5\nok 1 a # SKIP no device\nnot ok 2 b # TODO later\nok 3 c # time=3ms\nnot ok 4 d ' +
      '# exit=1\nok 5 e \\# not a directive\n';
    expect(parseKtap(text).tests).toEqual([
      { name: 'a', status: 'skip', reason: 'no device' },
      { name: 'b', status: 'todo', reason: 'later' },
      { name: 'c', status: 'pass' },
      { name: 'd', status: 'fail', reason: 'exit=1' },
      { name: 'e \\# not a directive', status: 'pass' },
    ]);
  });

  test('a number that is not the place is an error of the text, no failure', () => {
    expect(read('KTAP version 1\n1..2\nok 1 a\nok 1 b\n')).toEqual({
      status: 'pass',
      tree: 'a=pass b=pass',
      errors: 1,
    });
  });

  test('a missing plan is none', () => {
    expect(read('KTAP version 1\nok 1 a\nok 2 b\n')).toEqual({ status: 'pass', tree: 'a=pass b=pass', errors: 0 });
  });

  test('a header under which nothing was run', () => {
    expect(
      read('TAP version 14\n1..1\n  # Subtest: suite\n  1..1\n    # Subtest: case\n  ok 1 - case\nok 1 - suite\n'),
    ).toEqual({ status: 'pass', tree: 'suite=pass(case=error)', errors: 1 });
  });

  test("KUnit's parameters, announced after the version", () => {
    const lines = [
      '        KTAP version 1',
      '        # Subtest: sizes',
      '        ok 1 small',
      '        ok 2 large # SKIP no memory',
      '    ok 1 sizes',
      '    ok 2 plain',
    ];
    expect(
      read(
        ['KTAP version 1', '1..1', '    KTAP version 1', '    # Subtest: ring', '    1..2', ...lines, 'ok 1 ring'].join(
          '\n',
        ),
      ),
    ).toEqual({
      status: 'pass',
      tree: 'ring=pass(sizes=pass(small=pass large=skip) plain=pass)',
      errors: 0,
    });
  });

  test('several runs one after the other', () => {
    expect(
      read('TAP version 13\n1..1\nok 1 selftests: toy: a\nTAP version 13\n1..1\nnot ok 1 selftests: toy: b\n'),
    ).toEqual({ status: 'fail', tree: 'selftests: toy: a=pass selftests: toy: b=fail', errors: 0 });
  });

  test("kselftest's own lines of a test are diagnostics", () => {
    expect(
      read(
        'TAP version 13\n1..1\n# selftests: toy: a\n# TAP version 13\n# 1..1\n# not ok 1 inner\nok 1 ' +
          'selftests: toy: a\n',
      ),
    ).toEqual({ status: 'pass', tree: 'selftests: toy: a=pass', errors: 0 });
  });

  test('a selftest that failed has the subtests that its runner commented out', () => {
    const text = [
      'TAP version 13',
      '1..3',
      '# timeout set to 45',
      '# selftests: toy: ring.sh',
      '# TAP version 13',
      '# 1..4',
      '# ok 1 ring.push',
      '# # ring.c:77:pop:Expected 3 (3) == got (2)',
      '# not ok 2 ring.pop',
      '# ok 3 ring.peek # SKIP no hardware',
      '# not ok 4 ring.drain',
      '# # Totals: pass:1 fail:2 xfail:0 xpass:0 skip:1 error:0',
      'not ok 1 selftests: toy: ring.sh # exit=1',
      '# selftests: toy: plain.sh',
      '# not ok: only words',
      'ok 2 selftests: toy: plain.sh',
      '# not ok 9 nobody runs now',
      'not ok 3 selftests: toy: silent.sh # exit=2',
    ].join('\n');
    expect(read(text)).toEqual({
      status: 'fail',
      tree:
        'selftests: toy: ring.sh=fail(ring.push=pass ring.pop=fail ring.peek=skip ring.drain=fail) ' +
        'selftests: toy: plain.sh=pass selftests: toy: silent.sh=fail',
      errors: 0,
    });
    expect(subtestsOf(text).subtests.find(({ status }) => status === 'fail')?.name).toBe(
      'selftests: toy: ring.sh/ring.pop',
    );
  });

  test('a plan that stands one level deeper than its results is theirs', () => {
    const text = [
      'TAP version 14',
      '1..1',
      '    # Subtest: ring',
      '        1..2',
      '    ok 1 push',
      '    ok 2 pop',
      'ok 1 ring',
    ];
    expect(read(text.join('\n'))).toEqual({ status: 'pass', tree: 'ring=pass(push=pass pop=pass)', errors: 0 });
    const bare = ['TAP version 13', '1..1', '    1..2', '  ok 1 push', '  ok 2 pop', 'ok 1 ring'];
    expect(read(bare.join('\n'))).toEqual({ status: 'pass', tree: 'ring=pass(push=pass pop=pass)', errors: 0 });
  });

  test('a result that such a plan promises is missing', () => {
    const text = ['KTAP version 1', '1..1', '    # Subtest: ring', '        1..3', '    ok 1 push', 'not ok 1 ring'];
    expect(read(text.join('\n')).tree).toBe('ring=fail(push=pass (test 2)=crash (test 3)=crash)');
  });

  test("a block with a plan that was cut short is not its parent's", () => {
    const text = ['KTAP version 1', '1..1', '# Subtest: ring', '    1..2', 'not ok 1 ring'];
    expect(read(text.join('\n')).tree).toBe('ring=fail((test 1)=crash (test 2)=crash)');
  });
});

describe('a crash in the middle', () => {
  test('the running test is the crashed one', () => {
    const text =
      'KTAP version 1\n1..2\n    # Subtest: ring\n    1..3\n    ok 1 push\n    # pop: going to take one\n[   ' +
      '12.000000] BUG: kernel NULL pointer dereference, address: 0\n';
    expect(read(text)).toEqual({
      status: 'crash',
      tree: 'ring=crash(push=pass pop=crash (test 3)=crash) (test 2)=crash',
      errors: 4,
    });
  });

  test("KUnit's attributes are no tests", () => {
    const text =
      'KTAP version 1\n1..1\n    KTAP version 1\n    # Subtest: ring\n    # module: toy_kunit\n    1..2\n' +
      '    # push: going to add one\n    # push.speed: slow\n[   12.000000] BUG: x\n';
    expect(read(text).tree).toBe('ring=crash(push=crash (test 2)=crash)');
    expect(read(text.replace('    # push: going to add one\n', '')).tree).toBe(
      'ring=crash((test 1)=crash (test 2)=crash)',
    );
  });

  test('results that the plan promised are missing', () => {
    expect(read('TAP version 13\n1..3\nok 1 a\n')).toEqual({
      status: 'crash',
      tree: 'a=pass (test 2)=crash',
      errors: 1,
    });
  });

  test('a panic after the last result changes nothing', () => {
    expect(
      read(kernelLog(['KTAP version 1', '1..1', 'ok 1 a', 'Kernel panic - not syncing: VFS: Unable to mount root fs'])),
    ).toEqual({ status: 'pass', tree: 'a=pass', errors: 0 });
  });

  test('an absurd plan costs no memory', () => {
    expect(parseKtap('KTAP version 1\n1..999999999\nok 1 a\n').tests).toHaveLength(2);
  });
});

describe('TAP 13 and 14', () => {
  test.each([
    ['a plan at the end', 'ok 1 a\nok 2 b\n1..2\n', 'pass', 'a=pass b=pass'],
    ['no numbers', '1..2\nok a\nnot ok b\n', 'fail', 'a=pass b=fail'],
    ['no names', '1..2\nok 1\nok 2\n', 'pass', '(test 1)=pass (test 2)=pass'],
    ['a number twice', '1..2\nok 1 a\nok 1 b\n', 'fail', 'a=pass b=pass'],
    ['a number outside the plan', '1..2\nok 1 a\nok 5 b\n', 'fail', 'a=pass b=pass'],
    ['more results than planned', '1..1\nok 1 a\nok 2 b\n', 'fail', 'a=pass b=pass'],
    ['another first number', '8..9\nok 8 a\nok 9 b\n', 'pass', 'a=pass b=pass'],
    ['bail-out', '1..3\nok 1 a\nBail out! no bus\nok 2 b\n', 'fail', 'a=pass'],
    ['all skipped', '1..0 # SKIP no device\n', 'skip', ''],
    ['an empty plan', '1..0\n', 'no-tests', ''],
    ['all tests skipped', '1..1\nok 1 a # skip\n', 'skip', 'a=skip'],
    ['a failure that is to do', '1..1\nnot ok 1 a # TODO\n', 'pass', 'a=todo'],
    ['YAML that looks like results', '1..2\nok 1 a\n  ---\n  not ok 7 no\n  ...\nok 2 b\n', 'pass', 'a=pass b=pass'],
    ['subtests in braces', '1..1\nok 1 a {\n    1..1\n    not ok 1 inner\n}\n', 'fail', 'a=pass(inner=fail)'],
    [
      'subtests before their result',
      '# Subtest: a\n    ok 1 inner\n    1..1\nok 1 a\n1..1\n',
      'pass',
      'a=pass(inner=pass)',
    ],
    ['indented noise', '1..1\n     not ok 99 noise\nok 1 a\n', 'pass', 'a=pass'],
    ['strict', 'pragma +strict\n1..1\nwhat is this\nok 1 a\n', 'fail', 'a=pass'],
    ['no TAP at all', 'hello\nok\nworld\n', 'not-tap', ''],
    ['nothing', '', 'not-tap', ''],
  ])('%s', (_, text, status, expected) => {
    expect({ status: parseKtap(text).status, tree: tree(parseKtap(text).tests) }).toEqual({ status, tree: expected });
  });
});

describe('the subtests of a test', () => {
  test('are its leaves with their full names', () => {
    expect(subtestsOf(['KTAP version 1', '1..2', ...suite, 'not ok 2 alone # no answer'].join('\n'))).toEqual({
      subtests: [
        { name: 'ring/push', status: 'pass' },
        { name: 'ring/pop', status: 'pass' },
        { name: 'alone', status: 'fail', reason: 'no answer' },
      ],
      total: 3,
      failed: 1,
      notes: [],
    });
  });

  test('are none in output that is no TAP', () => {
    expect(subtestsOf('loading toy\nok\ndone\n')).toEqual({ subtests: [], total: 0, failed: 0, notes: [] });
  });
});
