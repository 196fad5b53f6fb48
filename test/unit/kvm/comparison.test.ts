import { describe, expect, it } from 'vitest';
import { comparisonMarkdown, comparisonText } from '../../../scripts/kvm/comparison-table.ts';
import { compareTrial, isAsExpected, type TrialOutcome } from '../../../scripts/kvm/comparison.ts';
import { clockLinesIn } from '../../../scripts/kvm/read-outcomes.ts';
import { trialWords } from '../../../scripts/kvm/run-trials.ts';
import { type Trial, trials } from '../../../scripts/kvm/trials.ts';
import type { Accelerator } from '../../../src/machine/machine-spec.ts';
import type { CellResult, TestResult } from '../../../src/results/results.ts';
import { cell, oops, results, test } from '../report/sample-results.ts';

const trial: Trial = { name: 'outcomes', shows: '', words: ['run', 'suite'], exitStatus: 1 };
const booted = { outcome: 'ok', durationMs: 20_000, findings: [] } as const;
const passes = test('edu/pass', 'debian-6.12-default', { durationMs: 1000, start: 'clone' });
const crashes = test('edu/oops', 'debian-6.12-default', {
  outcome: 'crash',
  ok: false,
  findings: [oops],
  start: 'clone',
});

function outcome(
  accelerator: Accelerator,
  tests: readonly TestResult[] = [passes, crashes],
  changes: Partial<TrialOutcome> & { readonly boot?: CellResult['boot'] } = {},
): TrialOutcome {
  const { boot = booted, ...more } = changes;
  const all = results([cell('debian:6.12', 'default', { boot })], tests);
  const host = { ...all.host, accelerator, acceleratorReason: `why ${accelerator}` };
  return { end: { exitStatus: 1, durationMs: 9000 }, results: { ...all, host }, clockLines: [], ...more };
}

const tcg = outcome('tcg');

describe('a trial on both accelerators', () => {
  it('takes either report of a stuck processor for the other, in the same function only', () => {
    const [lockup, stall, elsewhere] = [
      'BUG: soft lockup in spin',
      'INFO: rcu detected stall in spin',
      'INFO: rcu detected stall in other',
    ].map((title) => ({ ...crashes, findings: crashes.findings.map((finding) => ({ ...finding, title })) }));
    if (lockup === undefined || stall === undefined || elsewhere === undefined) throw new Error('expected three tests');
    const compared = (other: typeof stall): boolean =>
      isAsExpected([
        compareTrial(trial, { kvm: outcome('kvm', [passes, lockup]), tcg: outcome('tcg', [passes, other]) }),
      ]);
    expect([compared(stall), compared(elsewhere)]).toEqual([true, false]);
  });

  it('is as expected when boots, verdicts, starts and reports are the same; times may differ', () => {
    const kvm = outcome('kvm', [{ ...passes, durationMs: 200 }, crashes], { boot: { ...booted, durationMs: 2000 } });
    const compared = compareTrial(trial, { kvm, tcg });
    expect(isAsExpected([compared])).toBe(true);
    expect(compared.rows.map(({ what, kvmMs, tcgMs }) => [what, kvmMs, tcgMs])).toEqual([
      ['boot of debian-6.12-default', 2000, 20_000],
      ['edu/pass', 200, 1000],
      ['edu/oops', crashes.durationMs, crashes.durationMs],
    ]);
  });

  it('may be emulated on both, where that is the trial', () => {
    const differencesOf = (one: Trial): readonly string[] => compareTrial(one, { kvm: tcg, tcg }).differences;
    expect(differencesOf(trial)).toEqual(['not on KVM: why tcg']);
    expect(differencesOf({ ...trial, isEmulated: true })).toEqual([]);
  });

  it.each<[string, TrialOutcome, RegExp]>([
    [
      'another outcome',
      outcome('kvm', [{ ...passes, outcome: 'hang', ok: false }, crashes]),
      /pass \(ok\) as on TCG, found hang/,
    ],
    [
      'another judgement',
      outcome('kvm', [passes, { ...crashes, ok: true }]),
      /crash \(not ok\) as on TCG, found crash \(ok\)/,
    ],
    [
      'another start',
      outcome('kvm', [{ ...passes, start: 'cold' }, crashes]),
      /a start as clone as on TCG, found cold/,
    ],
    ['another report', outcome('kvm', [passes, { ...crashes, findings: [] }]), /NULL pointer .* as on TCG, found none/],
    ['a test that is missing', outcome('kvm', [passes]), /expected a verdict on KVM, found none/],
    ['a test too many', outcome('kvm', [passes, crashes, { ...passes, id: 'edu/more' }]), /TCG had none/],
    [
      'a boot that failed',
      outcome('kvm', [passes, crashes], { boot: { ...booted, outcome: 'failed' } }),
      /ok, found failed/,
    ],
    [
      'a template that was lost',
      outcome('kvm', [passes, crashes], { boot: { ...booted, notes: ['it was dead'] } }),
      /it was dead/,
    ],
    [
      'another exit status',
      outcome('kvm', [passes, crashes], { end: { exitStatus: 69, durationMs: 0 } }),
      /KVM: .* 1, found 69/,
    ],
    ['no results', outcome('kvm', [passes, crashes], { results: undefined }), /KVM: no results/],
    ['TCG in its place', tcg, /not on KVM: why tcg/],
    [
      'a clock that went wrong',
      outcome('kvm', [passes, crashes], { clockLines: ['edu/pass: unstable'] }),
      /edu\/pass: unstable/,
    ],
  ])('is not with %s', (_what, kvm, difference) => {
    const compared = [compareTrial(trial, { kvm, tcg })];
    expect(isAsExpected(compared)).toBe(false);
    for (const told of [comparisonText(compared), comparisonMarkdown(compared, 'here')]) {
      expect(told).toMatch(difference);
      expect(told).toMatch(/1 of \d+ boots, tests and trials are not as expected/);
    }
  });

  it('that loses KVM must say so, and nothing else', () => {
    const compare = (notes: readonly string[]): boolean =>
      isAsExpected([
        compareTrial(
          { ...trial, losesKvm: true },
          { kvm: outcome('kvm', [passes, crashes], { boot: { ...booted, notes } }), tcg },
        ),
      ]);
    const lost = 'KVM was lost at 12:00:00 UTC, and all machines that started since ran on TCG: no /dev/kvm';
    expect([compare([lost]), compare([]), compare([lost, 'a clone was dead'])]).toEqual([true, false, false]);
  });

  it('is not when it ran on one alone', () => {
    expect(isAsExpected([compareTrial(trial, { kvm: undefined, tcg })])).toBe(false);
    expect(isAsExpected([compareTrial(trial, { kvm: outcome('kvm'), tcg: undefined })])).toBe(false);
  });
});

describe('the comparison', () => {
  const compared = [
    compareTrial(trial, {
      kvm: outcome('kvm', [{ ...passes, durationMs: 200 }], { boot: { ...booted, durationMs: 2000 } }),
      tcg: outcome('tcg', [passes]),
    }),
  ];

  it('shows both times of every boot and test', () => {
    expect(comparisonText(compared).split('\n')).toEqual([
      '    TRIAL     WHAT                         START  FOUND  KVM    TCG',
      'ok  outcomes  boot of debian-6.12-default  boot   ok     2.0 s  20 s',
      'ok  outcomes  edu/pass                     clone  pass   0.2 s  1.0 s',
      '',
      'All 2 boots and tests end on KVM as they do on TCG. ' +
        'TCG takes longer by the factor (median): boots 10.0, clones 5.0.',
      '',
    ]);
  });

  it('is a table in the summary of a job, in which nothing of a test is markup', () => {
    const odd = { ...passes, id: 'edu/a|b', outcome: 'hang', ok: false, reason: 'a | `b`\n<img>' } as const;
    const told = comparisonMarkdown(
      [compareTrial(trial, { kvm: outcome('kvm', [odd]), tcg: outcome('tcg', [{ ...passes, id: 'edu/a|b' }]) })],
      'on this host',
    );
    expect(told).toContain('### KVM and TCG: on this host');
    expect(told).toContain(
      '| ❌ | edu/a\\|b | clone | hang | 1.0 s | 1.0 s | ' +
        "`expected pass (ok) as on TCG, found hang (not ok): a \\| 'b' <img>` |",
    );
  });
});

it('a console tells that a clock went wrong', () => {
  const bad = [
    "[   20.684297] clocksource: timekeeping watchdog on CPU0: Marking clocksource 'tsc' as unstable because …",
    '[   21.704114] tsc: Marking TSC unstable due to clocksource watchdog',
    '[   60.000000] rcu: INFO: rcu_preempt self-detected stall on CPU',
    '[   60.000000] watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [sh:77]',
  ];
  const good = [
    '[    1.040396] \tRCU CPU stall warnings timeout set to 30 (rcu_cpu_stall_timeout).',
    '[ 2.0] tsc: Detected 2596.128 MHz',
  ];
  expect(clockLinesIn([...good, ...bad].join('\r\n'))).toEqual(bad);
});

describe('a trial', () => {
  it('runs on one accelerator, and as most runs do where it says so', () => {
    const words = (one: Trial, accelerator: Accelerator): readonly string[] =>
      trialWords(one, { accelerator, guests: 'amd64', bootTimeoutS: 9 }, '/o');
    expect(words(trial, 'kvm')).toEqual([
      'run',
      'suite',
      '--accel',
      'kvm',
      '--jobs',
      '1',
      '--boot-timeout',
      '9',
      '--out',
      '/o',
    ]);
    expect(words({ ...trial, isAuto: true }, 'kvm')).toContain('auto');
    expect(words({ ...trial, isAuto: true }, 'tcg')).toContain('tcg');
  });

  it('tests kernels of the architecture that is asked for, and its own where it emulates', () => {
    const kernels = (one: Partial<Trial>, guests: string): readonly string[] => {
      const words = ['run', 'suite', '--kernel', 'debian:6.12', '--kernel', 'debian:6.1'];
      const found = trialWords({ ...trial, words, ...one }, { accelerator: 'kvm', guests, bootTimeoutS: 9 }, '/o');
      return found.filter((_, at) => ['--kernel', '--accel'].includes(found[at - 1] ?? ''));
    };
    expect(kernels({}, 'amd64')).toEqual(['debian:6.12', 'debian:6.1', 'kvm']);
    expect(kernels({}, 'arm64')).toEqual(['debian:6.12:arm64', 'debian:6.1:arm64', 'kvm']);
    expect(kernels({ isEmulated: true }, 'arm64')).toEqual(['debian:6.12', 'debian:6.1', 'tcg']);
  });

  it('has a name of its own', () => {
    expect(new Set(trials.map(({ name }) => name)).size).toBe(trials.length);
  });
});
