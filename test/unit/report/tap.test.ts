import { expect, test as it } from 'vitest';
import { renderTap } from './joined.ts';
import { cell, crash, results, test } from './sample-results.ts';

const small = cell('debian:6.12', 'small');

it('TAP 14 has a point a test, subtests before it, directives and the reason of a failure', () => {
  const tests = [
    test('edu/probe', small.id, {
      subtests: [
        { name: 'reads', status: 'pass' },
        { name: 'writes', status: 'skip', reason: 'read # only' },
        { name: 'later', status: 'todo' },
      ],
    }),
    test('edu/odd', small.id, { outcome: 'skip', reason: 'no /dev/edu1 #2' }),
    crash('edu/oops', small.id, {
      ok: true,
      expected: 'crash',
      subtests: [{ name: 'dies', status: 'crash', reason: 'oops' }],
    }),
    crash('edu/dma', small.id, { subtests: [{ name: 'past the mask', status: 'fail' }] }),
  ];
  expect(renderTap(results([small], tests))).toBe(`TAP version 14
1..4
# Subtest: edu/probe [debian-6.12-small]
    1..3
    ok 1 - reads
    ok 2 - writes # SKIP read \\# only
    not ok 3 - later # TODO
ok 1 - edu/probe [debian-6.12-small]
ok 2 - edu/odd [debian-6.12-small] # SKIP no /dev/edu1 \\#2
# Subtest: edu/oops [debian-6.12-small]
    1..1
    not ok 1 - dies # TODO expected to fail: oops
ok 3 - edu/oops [debian-6.12-small]
# crash, as expected (crash): the kernel reported: BUG: kernel NULL pointer dereference in edu_dma_done
# Subtest: edu/dma [debian-6.12-small]
    1..1
    not ok 1 - past the mask
not ok 4 - edu/dma [debian-6.12-small]
  ---
  outcome: "crash"
  expected: "pass"
  reason: "the kernel reported: BUG: kernel NULL pointer dereference in edu_dma_done"
  title: "BUG: kernel NULL pointer dereference in edu_dma_done"
  at: "driver/edu.c:214"
  console: "debian-6.12-small/edu/dma/console.log:812"
  again: "qemu-driver-test run examples/edu --test edu/dma --kernel debian:6.12 --machine 'small=-m 256 -smp 1'"
  duration_ms: 2400
  ...
`);
});

it('TAP without tests has a skip line', () => {
  expect(renderTap(results([], []))).toBe('TAP version 14\n1..0 # SKIP no test was run\n');
});

it('TAP of a guest that prints lines, directives and commands has only our own lines', () => {
  const hostile = 'x # SKIP y\nnot ok 9 - forged\n::error::owned\n##[error]owned\x1b[31m';
  const tests = [
    test('edu/a', small.id, {
      outcome: 'fail',
      ok: false,
      reason: hostile,
      subtests: [{ name: hostile, status: 'pass' }],
    }),
  ];
  const lines = renderTap(results([small], tests)).split('\n');
  expect(lines.filter((line) => /^\s*(not )?ok /.test(line))).toEqual([
    '    ok 1 - x \\# SKIP y not ok 9 - forged ::error::owned \\#\\#[error]owned',
    'not ok 1 - edu/a [debian-6.12-small]',
  ]);
  expect(lines).toContain('  reason: "x # SKIP y not ok 9 - forged ::error::owned # #[error]owned"');
});
