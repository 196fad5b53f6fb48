import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/diagnose/judge.ts';
import type { PointOutcome } from '../../../../src/diagnose/sweep/point-verdict.ts';
import type { JudgingRules, Verdict } from '../../../../src/diagnose/verdict.ts';
import type { Refusals } from '../../../../src/device/fault/fault-spec.ts';
import type { Ending, PointTexts, RunRecord, StageName } from '../../../../src/run/evidence/run-record.ts';
import { panicConsole } from '../run-records.ts';

const usualConsole = `[    3.100000] scale: loading out-of-tree module taints kernel.
[    3.200000] scale 0000:01:00.0: enabling device (0000 -> 0002)
[    3.300000] qdt: stage run begins
[    3.350000] scale: weighed 3 samples
[    3.400000] qdt: stage run ended with 0
[    3.900000] reboot: Power down
`;

/** A point: the fault fired 1,000 ms after the launch, and `run` ended 500 ms later. */
interface Point {
  readonly ending?: Ending;
  readonly statuses?: Partial<Record<StageName, number>>;
  readonly logs?: Partial<Record<StageName, string>>;
  readonly usualLogs?: string;
  /** Times and lines of the console, besides the usual ones. */
  readonly console?: readonly (readonly [atMs: number, line: string])[];
  readonly hasFired?: boolean;
  readonly notes?: readonly string[];
  readonly timeline?: string;
  readonly hasBaseline?: boolean;
  readonly consoleText?: string;
  /** Of a call: what the driver told the kernel. */
  readonly refusals?: Refusals;
  /** The place of the call that failed. */
  readonly call?: string;
}

const rules: JudgingRules = {
  expectation: { kind: 'pass' },
  expectConsole: [],
  isSweepPoint: true,
  point: { device: 'scale0', fault: 'sweep', baseline: { console: 'c/console.log', logs: ['c/run.log'] } },
};

function verdictOn(point: Point): Verdict {
  const { statuses = { 'suite-setup': 0, run: 1, 'suite-teardown': 0 }, logs = {}, hasFired = true } = point;
  // Object.entries widens the keys, which are those of the record above.
  const stages = (Object.entries(statuses) as [StageName, number][]).map(([name, exitStatus]) => ({
    name,
    exitStatus,
    durationMs: 1,
    log: `p/${name}.log`,
  }));
  const hit = { atUs: 5_001_000_000, access: 'read of SAMPLE (bar0+0xc)' };
  const fault = { id: 'sweep', text: 'read-ones nth=1', counted: 1, isCleared: false };
  const record: RunRecord = {
    start: 'clone',
    startedAt: new Date(0),
    startMs: 1,
    durationMs: 1,
    isHeard: true,
    ending: point.ending ?? { kind: 'completed' },
    stages,
    directory: 'p',
    artifacts: [],
    devices: [
      {
        id: 'scale0',
        model: 'scale',
        faults: [
          hasFired ? { ...fault, fired: 1, first: hit, last: hit, ...refusalsOf(point) } : { ...fault, fired: 0 },
        ],
      },
    ],
    notes: point.notes ?? [],
  };
  const texts: PointTexts = {
    timeline: point.timeline ?? timelineOf(point.console ?? []),
    logs: stages.map(({ name }) => ({ stage: name, text: logs[name] ?? '' })),
    ...(point.hasBaseline === false ? {} : { baseline: { console: usualConsole, logs: point.usualLogs ?? '' } }),
  };
  return judge(
    {
      record,
      texts: { console: point.consoleText ?? '', runOutput: logs.run ?? '', point: texts },
      rules: rulesOf(point),
    },
    { bootFingerprints: new Set(), today: '2026-01-01' },
  );
}

function rulesOf({ call }: Point): JudgingRules {
  return call === undefined || rules.point === undefined ? rules : { ...rules, point: { ...rules.point, call } };
}

function refusalsOf({ refusals }: Point): { readonly refusals?: Refusals } {
  return refusals === undefined ? {} : { refusals };
}

/** The launch was at 5,000 s of the host's clock. */
function timelineOf(more: NonNullable<Point['console']>): string {
  const usual = usualConsole
    .trimEnd()
    .split('\n')
    .map((text, index) => [600 + 100 * index, text.replaceAll(/\d\d\d\d\d\d\]/g, '123456]')] as const);
  const entries = [
    { atMs: 0, source: 'machine', text: 'QEMU is launched', data: { clockUs: 5_000_000_000 } },
    { atMs: 999, source: 'device', text: 'read SAMPLE 0x46', device: 'scale0' },
    { atMs: 700, source: 'stage', text: 'suite-setup ended with 0' },
    { atMs: 1500, source: 'stage', text: 'run ended with 1' },
    ...[...usual, ...more].map(([atMs, text]) => ({ atMs, source: 'console', text })),
  ];
  return entries
    .sort((a, b) => a.atMs - b.atMs)
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join('');
}

const wrong = { run: 'expected 70000, found 46000\n' };

describe('a point at which the test fails', () => {
  it.each<[string, Point, PointOutcome, string]>([
    [
      'is silent when only the test noticed',
      { logs: wrong },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is reported when the test got an errno',
      { logs: { run: 'cat: read error: Input/output error\nexpected 70000, found \n' } },
      'reported',
      'run said: cat: read error: Input/output error',
    ],
    [
      'is reported when the test could not do something, but does not name the error',
      { logs: { run: 'could not read the weight\n' } },
      'reported',
      'run said: could not read the weight',
    ],
    [
      'is silent when the test names the same error without the fault',
      { logs: { run: 'checked: EINVAL\nexpected 70000, found 46000\n' }, usualLogs: 'checked: EINVAL\n' },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is reported when the kernel said something afterwards',
      { logs: wrong, console: [[1100, '[    3.500000] scale 0000:01:00.0: sample out of range']] },
      'reported',
      'the kernel said: scale 0000:01:00.0: sample out of range',
    ],
    [
      'is reported when a usual line comes once more',
      { logs: wrong, console: [[1100, '[    3.500000] scale 0000:01:00.0: enabling device (0000 -> 0002)']] },
      'reported',
      'the kernel said: scale 0000:01:00.0: enabling device (0000 -> 0002)',
    ],
    [
      'is silent when the kernel spoke before the fault',
      { logs: wrong, console: [[700, '[    3.210000] scale 0000:01:00.0: cold']] },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is silent when the kernel said what it always says, or what has nothing to do with it',
      {
        logs: wrong,
        console: [
          [1100, '[    3.500000] random: crng init done'],
          [1200, 'no line of the kernel'],
        ],
      },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is silent when an error was named in a stage that was over before the fault',
      { logs: { 'suite-setup': 'insmod: Input/output error\n', ...wrong } },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is silent when only our own helper spoke',
      { logs: wrong, console: [[1100, '[    3.500000] qdt-calls: scale:sweep: call 1 of kmalloc at a+0x1/0x2 fails']] },
      'silent',
      'only the test noticed: expected 70000, found 46000',
    ],
    [
      'is reported when the driver gave its error to the kernel, which said nothing',
      { logs: wrong, refusals: { loads: 0, probes: 1 } },
      'reported',
      'the driver gave the kernel an error, and its probe failed',
    ],
    [
      'is reported when a module that was not loaded cannot be unloaded',
      {
        statuses: { 'suite-setup': 1, 'suite-teardown': 1 },
        logs: { 'suite-teardown': "rmmod: can't unload module 'scale': No such file or directory\n" },
        refusals: { loads: 1, probes: 0 },
      },
      'reported',
      'the driver gave the kernel an error, and the module was not loaded',
    ],
    [
      'is silent when a subtest failed',
      { statuses: { run: 1 }, logs: { run: 'TAP version 13\n1..1\nnot ok 1 - weight\n' } },
      'silent',
      'only the test noticed: 1 of 1 subtests failed, first: weight',
    ],
    [
      'is reported when a setup failed, because nobody got data',
      { statuses: { 'suite-setup': 1 } },
      'reported',
      'suite-setup failed, so run got no data',
    ],
    [
      'is reported when the test asked to be skipped',
      { statuses: { run: 4 }, logs: { run: 'no device\n' } },
      'reported',
      'run asked to be skipped (exit status 4): no device',
    ],
    [
      'is not judged when the test says nothing',
      { logs: { run: '\n' } },
      'unjudged',
      'run failed without a word: let it print what it expected and what it found',
    ],
    [
      'is not judged when a log was cut',
      { logs: wrong, notes: ['logs/run.log: 5 bytes were left out of the middle'] },
      'unjudged',
      'the test failed, but whether the driver reported an error is not known: logs/run.log: 5 bytes were left out ' +
        'of the middle',
    ],
    [
      'is not judged when the console lost times',
      { logs: wrong, console: [[1100, '12 entries of this source were left out here']] },
      'unjudged',
      'the test failed, but whether the driver reported an error is not known: the console said too much to keep the ' +
        'time of each line',
    ],
    [
      'is not judged without a run to compare it with',
      { logs: wrong, hasBaseline: false, timeline: timelineOf([]).replaceAll('console', 'other') },
      'unjudged',
      'the test failed, but whether the driver reported an error is not known: there is no run without a fault to ' +
        'compare it with',
    ],
    [
      'is not judged without a timeline',
      { logs: wrong, timeline: '' },
      'unjudged',
      'the test failed, and there is no run without a fault to compare it with, or no timeline: it is not known ' +
        'whether the driver reported an error',
    ],
    [
      'is missed when the fault never fired',
      { logs: wrong, hasFired: false },
      'missed',
      'the fault never fired: the test took a different path',
    ],
  ])('%s', (_name, point, outcome, why) => {
    const { point: found } = verdictOn(point);
    expect(found).toEqual({
      outcome,
      why,
      ...(point.hasFired === false ? {} : { access: 'read of SAMPLE (bar0+0xc)' }),
    });
  });
});

it.each<[string, Point, PointOutcome, boolean, string]>([
  ['a pass', { statuses: { run: 0 } }, 'absorbed', true, ''],
  [
    'a pass although the driver gave the kernel an error',
    { statuses: { run: 0 }, refusals: { loads: 0, probes: 1 } },
    'reported',
    true,
    '',
  ],
  [
    'a module that stays although its load had failed',
    {
      statuses: { run: 0, teardown: 1 },
      logs: { teardown: 'rmmod: Module scale is in use\n' },
      refusals: { loads: 1, probes: 0 },
    },
    'leaked',
    false,
    'teardown: rmmod: Module scale is in use',
  ],
  ['a module that stays after a pass', { statuses: { run: 0, teardown: 1 } }, 'leaked', false, 'teardown ended with'],
  [
    'a module that stays after a failure',
    { statuses: { run: 1, teardown: 1 }, logs: { teardown: 'unloading\nrmmod: Module scale is in use\n' } },
    'leaked',
    false,
    'something was left behind: teardown: rmmod: Module scale is in use',
  ],
  ['a crash', { statuses: { run: 0 }, consoleText: panicConsole }, 'crashed', false, 'kernel panic'],
  [
    'a hang',
    { statuses: {}, ending: { kind: 'deadline', timeoutMs: 1000, answering: false } },
    'hung',
    false,
    'no end after',
  ],
  ['a lost machine', { statuses: {}, ending: { kind: 'agent-lost', detail: 'gone' } }, 'unjudged', false, 'gone'],
  ['wrong data', { logs: wrong }, 'silent', false, 'the driver reported nothing: no errno at the test'],
  ['an errno', { logs: { run: 'cat: I/O error\n' } }, 'reported', true, 'cat: I/O error'],
])('%s: as a test', (_name, point, ...[outcome, ok, reason]) => {
  const verdict = verdictOn(point);
  expect([verdict.point?.outcome, verdict.ok]).toEqual([outcome, ok]);
  expect(verdict.reason).toContain(reason);
});

describe('a driver that the kernel blames', () => {
  const consoleText = '[    3.500000] scale 0000:01:00.0: Driver probe function unexpectedly returned 12\n';
  const logs = { run: 'cat: I/O error\n' };

  it('has not handled a call that failed, whatever it told the test', () => {
    const { point } = verdictOn({ consoleText, logs, call: 'kmalloc in scale_probe (driver/scale.c:20)' });
    expect(point).toMatchObject({ outcome: 'crashed', why: 'probe of scale returned an error without its minus' });
  });

  it('may have told of hardware that failed', () => {
    expect(verdictOn({ consoleText, logs }).point).toMatchObject({ outcome: 'reported' });
  });
});

it('what the ledger found is left behind, although the driver reported an error', () => {
  const leak = 'qdt-ledger: leak of 64 bytes from kmalloc in scale_probe [scale]: 1 times, 64 bytes in all';
  const { point } = verdictOn({ consoleText: `[    3.500000] ${leak}\n`, logs: { run: 'cat: I/O error\n' } });
  expect(point).toMatchObject({ outcome: 'leaked', why: 'leak of 64 bytes from kmalloc in scale_probe' });
});
