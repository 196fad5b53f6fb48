import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/diagnose/verdict.ts';
import type { Ending } from '../../../src/run/evidence/run-record.ts';
import type { Expectation } from '../../../src/suite/suite.ts';
import { judged, panicConsole, type RecordChanges, titleOf, warningConsole } from './run-records.ts';

const lost: Ending = { kind: 'agent-lost', detail: 'the control port closed' };
const late = (answering: boolean): Ending => ({ kind: 'deadline', timeoutMs: 60_000, answering });

describe('whether it is ok', () => {
  const ways: Readonly<Record<Outcome, RecordChanges>> = {
    pass: {},
    fail: { statuses: { run: 1 } },
    skip: { statuses: { run: 4 } },
    timeout: { ending: late(true) },
    hang: { ending: late(false) },
    crash: { ending: { kind: 'guest-reset' }, consoleText: panicConsole },
    error: { ending: lost },
  };
  const table: readonly (readonly [expectation: Expectation, ok: readonly Outcome[]])[] = [
    [{ kind: 'pass' }, ['pass', 'skip']],
    [{ kind: 'any-failure' }, ['fail', 'timeout', 'hang', 'crash']],
    [{ kind: 'fail' }, ['fail']],
    [{ kind: 'timeout' }, ['timeout']],
    [{ kind: 'hang' }, ['hang']],
    [{ kind: 'crash', title: undefined }, ['crash']],
    [{ kind: 'crash', title: /sysrq triggered crash/ }, ['crash']],
    [{ kind: 'crash', title: /KASAN/ }, []],
  ];

  it.each(table)('when %j is expected', (expectation, ok) => {
    const good = Object.entries(ways).filter(([, changes]) => judged({ ...changes, test: { expectation } }).ok);
    expect(good.map(([outcome]) => outcome)).toEqual(ok);
    for (const [outcome, changes] of Object.entries(ways))
      expect(judged({ ...changes, test: { expectation } }).outcome).toBe(outcome);
  });

  it('is said, with what was expected, where it is not', () => {
    expect(judged({ test: { expectation: { kind: 'any-failure' } } })).toMatchObject({
      ok: false,
      expected: 'any failure',
      reason: 'expected any failure, but the outcome is pass',
    });
    expect(judged({ statuses: { run: 1 }, test: { expectation: { kind: 'timeout' } } })).toMatchObject({
      ok: false,
      expected: 'timeout',
      reason: 'run ended with exit status 1; expected timeout, but the outcome is fail',
    });
    expect(judged({ ending: lost })).toMatchObject({
      ok: false,
      expected: 'pass',
      reason: 'the test agent in the guest was lost: the control port closed',
    });
    expect(judged({ consoleText: panicConsole, test: { expectation: { kind: 'crash', title: /KASAN/ } } }).reason).toBe(
      `${titleOf(panicConsole)}; expected a crash whose title matches KASAN, found ${titleOf(panicConsole)}`,
    );
  });
});

describe('expect-console', () => {
  const line = { reason: '', until: undefined, file: '/suites/edu/info/expect-console', line: 3 } as const;

  it('allows messages that a test provokes on purpose, by suite or test', () => {
    const allow = [{ ...line, kind: 'allow' as const, pattern: /misbehave_set/ }];
    expect(judged({ consoleText: warningConsole, test: { expectConsole: allow } })).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
    expect(judged({ consoleText: warningConsole, suite: { expectConsole: allow } })).toMatchObject({
      outcome: 'pass',
      ok: true,
      findings: [],
    });
  });

  it('makes a test not ok whose console lacks what is required, though its outcome stays', () => {
    const require = [
      { ...line, kind: 'require' as const, pattern: /edu: dma timeout/, reason: 'the fault was injected' },
    ];
    expect(judged({ test: { expectConsole: require } })).toMatchObject({
      outcome: 'pass',
      ok: false,
      reason:
        'the console never showed /edu: dma timeout/, which /suites/edu/info/expect-console:3 requires (the ' +
        'fault was injected)',
    });
    expect(
      judged({ consoleText: '[    1.000000] edu: dma timeout\n', test: { expectConsole: require } }),
    ).toMatchObject({
      outcome: 'pass',
      ok: true,
      reason: '',
    });
  });
});
