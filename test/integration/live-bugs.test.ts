import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestResult } from '../../src/results/results.ts';
import { type FinishedRun, runSuite, suites } from './cli.ts';
import { inScope } from './scope.ts';

interface Expected {
  readonly outcome: TestResult['outcome'];
  /** The first finding; null: the kernel reports nothing. */
  readonly finding: readonly [kind: string, title: string] | null;
  readonly reason?: RegExp;
}

/** Real bugs of a module, and their expected titles. */
const expected: Readonly<Record<string, Expected>> = {
  warn: { outcome: 'crash', finding: ['warning', 'WARNING in live_warn'] },
  'null-dereference': {
    outcome: 'crash',
    finding: ['null-deref', 'BUG: unable to handle kernel NULL pointer dereference in live_null'],
  },
  bug: { outcome: 'crash', finding: ['bug', 'kernel BUG in live_bug'] },
  gpf: { outcome: 'crash', finding: ['gpf', 'general protection fault in live_gpf'] },
  refcount: { outcome: 'crash', finding: ['refcount', 'WARNING: refcount bug in live_refcount'] },
  'sleep-in-atomic': {
    outcome: 'crash',
    finding: ['atomic-sleep', 'BUG: scheduling while atomic in live_sleep_in_atomic'],
  },
  panic: { outcome: 'crash', finding: ['panic', 'kernel panic: live: asked to panic'] },
  'soft-lockup': { outcome: 'hang', finding: ['soft-lockup', 'BUG: soft lockup in live_init'] },
  'hung-task': { outcome: 'hang', finding: ['hung-task', 'INFO: task hung in live_wait'] },
  'all-processors-stuck': {
    outcome: 'hang',
    finding: ['hard-lockup', 'BUG: hard lockup in live_stuck'],
    reason: new RegExp(
      String.raw`the guest stopped answering: CPU 0 in live_stuck\+0x\w+ \[live\], interrupts off; CPU ` +
        String.raw`1 in live_stuck\+0x\w+ \[live\], interrupts off$`,
    ),
  },
  'blocked-task': {
    outcome: 'timeout',
    finding: null,
    reason: /the guest still answers: .*insmod \(pid \d+\) waits in live_wait\+0x\w+ \[live\]$/,
  },
  endless: { outcome: 'timeout', finding: null, reason: /the guest still answers/ },
  healthy: { outcome: 'pass', finding: null },
};

/** The function of the module with each bug. */
const placeOf: Readonly<Record<string, string>> = {
  warn: 'live_warn',
  'null-dereference': 'live_null',
  bug: 'live_bug',
  gpf: 'live_gpf',
  refcount: 'live_refcount',
  'sleep-in-atomic': 'live_sleep_in_atomic',
  panic: 'live_panic',
  'soft-lockup': 'live_soft_lockup',
  'hung-task': 'live_wait',
  'all-processors-stuck': 'live_stuck',
};
const source = readFileSync(join(suites, 'live-bugs/module/live.c'), 'utf8').split('\n');

/** The function that contains a line of the module. */
function functionAt(line: number): string | undefined {
  return source
    .slice(0, line)
    .reverse()
    .map((text) => /^static noinline void (\w+)\(/.exec(text)?.[1])
    .find((name) => name !== undefined);
}

/** Tests that do not end. Each waits for a threshold of the kernel, or for our deadline. */
const endlessOnes = ['all-processors-stuck', 'blocked-task', 'endless', 'hung-task', 'soft-lockup'];
const names = Object.keys(expected);
/** One that hangs and one that does not. The others take half a minute each. */
const quick = names.filter((name) => !['endless', 'hung-task', 'soft-lockup'].includes(name));

/** source-lines.test.ts checks the lines of drivers on both kernels, too. */
describe.each(
  inScope<readonly [kernel: string, bugs: readonly string[]]>(
    [
      [
        'debian:6.12',
        inScope(
          quick,
          names.filter((name) => !quick.includes(name)),
        ),
      ],
    ],
    [['debian:6.1', names.filter((name) => !endlessOnes.includes(name) || name === 'soft-lockup')]],
  ),
)('bugs of a module on %s', (kernel, bugs) => {
  const cell = `${kernel.replace(':', '-')}-default`;
  let run: FinishedRun;

  beforeAll(async () => {
    const some = bugs.length === names.length ? [] : bugs.flatMap((name) => ['--test', name]);
    run = await runSuite([join(suites, 'live-bugs'), '--kernel', kernel, '--accel', 'tcg', ...some]);
  });
  afterAll(() => run[Symbol.dispose]());
  const own = (): readonly TestResult[] => run.results.tests.filter((test) => test.cell === cell);

  it('all have results', () => {
    expect(
      own()
        .map(({ id }) => id.replace('live-bugs/', ''))
        .sort(),
    ).toEqual([...bugs].sort());
  });

  it.each(Object.entries(expected).filter(([name]) => bugs.includes(name)))(
    '%s gets its title',
    (name, { outcome, finding, reason = /(?:)/ }) => {
      const test = run.test(name, cell);
      const first = test.findings[0];
      expect({
        outcome: test.outcome,
        finding: first === undefined ? null : [first.kind, first.title],
        reason: test.reason,
      }).toEqual({ outcome, finding, reason: expect.stringMatching(reason) as string });
    },
  );

  it('are located in the module', () => {
    const bugs = own().filter(({ findings }) => findings.length > 0);
    expect(
      bugs.filter(({ findings }) => !/\+0x\w+\/0x\w+ \[live\]/.test(findings[0]?.report ?? '')).map(({ id }) => id),
    ).toEqual([]);
  });

  it.each(Object.entries(placeOf).filter(([name]) => bugs.includes(name)))('%s leads to its line', (name, place) => {
    const found = run.test(name, cell).findings[0]?.source;
    expect(found?.file).toMatch(/live-bugs\/module\/live\.c$/);
    expect(functionAt(found?.line ?? 0)).toBe(place);
  });

  it('do not make a healthy guest report stalls', () => {
    expect(run.read(run.test('healthy', cell).stages[0]?.log ?? '')).toBe('8\n30\n3\n24\n');
  });

  it('that hang or do not end yield registers and stacks, separate from the console', () => {
    for (const name of endlessOnes.filter((one) => bugs.includes(one))) {
      const { console = '', postMortem } = run.test(name, cell);
      const directory = console.replace('console.log', 'postmortem/');
      expect(postMortem?.files).toEqual(
        ['registers.txt', 'console.log', 'last-lines.log'].map((file) => directory + file),
      );
      expect(run.read(`${directory}registers.txt`)).toMatch(/CPU#1\n[^]*RIP=[\da-f]{16}[^]*code at RIP:\n0x[\da-f]+:/);
      expect(run.read(console)).not.toMatch(/sysrq: Show|NMI: Not continuing/);
    }
  });
});
