import { describe, expect, it } from 'vitest';
import { assembleResults, type ResultsFrame } from '../../../src/app/results.ts';
import type { JudgedAttempt, JudgedTest } from '../../../src/engine/attempt.ts';
import type { PlanOutcome } from '../../../src/engine/run-plan.ts';
import type { CellSupplies } from '../../../src/engine/supplies.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Results } from '../../../src/report/results.ts';
import type { RunRecord } from '../../../src/run/run-record.ts';
import { runRecord, type RecordChanges } from '../diagnose/run-records.ts';

const supplies: CellSupplies = {
  qemu: { spec: 'default', version: '11.1.3', sha256: 'b'.repeat(64), command: ['/q'], imgCommand: undefined, firmwareArgs: [], env: {} },
  kernel: { spec: 'debian:6.1', release: '6.1.0-56-amd64', sha256: 'a'.repeat(64), bootImage: '/k', bootFormat: 'vmlinux', modulesDirectory: undefined },
  archive: { path: '/i', hasVirtFs: true },
  builds: new Map(),
  statefulDevices: new Set(),
};

describe('assembleResults', () => {
  it('tells of each cell what was tested, in exact versions, and how it booted', () => {
    const { cells, schema, tool, startedAt, durationMs } = assemble([{}]);
    expect({ schema, tool, startedAt, durationMs }).toEqual({ schema: 'qemu-driver-test/results/1', tool: { version: '0.1.0' }, startedAt: '2026-11-22T10:00:00.000Z', durationMs: 1235 });
    expect(cells).toEqual([
      expect.objectContaining({
        kernel: { spec: 'debian:6.1', release: '6.1.0-56-amd64', sha256: 'a'.repeat(64) },
        qemu: { version: '11.1.3', sha256: 'b'.repeat(64) },
        boot: { outcome: 'ok', durationMs: 2300, findings: [] },
      }),
    ]);
  });

  it('tells of each test what was seen and concluded, and how to see it again', () => {
    const { tests } = assemble([{ statuses: { run: 3, teardown: undefined } }]);
    expect(tests).toEqual([
      expect.objectContaining({
        id: 'edu/probe',
        outcome: 'fail',
        ok: false,
        expected: 'pass',
        reason: 'run ended with exit status 3',
        startMs: 2300,
        durationMs: 2600,
        stages: [
          { name: 'run', exitStatus: 3, durationMs: 1, log: 'logs/run.log' },
          { name: 'teardown', exitStatus: null, durationMs: 1, log: 'logs/teardown.log' },
        ],
        console: 'cell/edu/probe/console.log',
        reproduce: expect.stringContaining('qemu-driver-test run edu --test edu/probe') as unknown,
        shell: expect.stringContaining('qemu-driver-test shell edu/probe') as unknown,
      }),
    ]);
  });

  it('counts, and ends with the exit status of it all', () => {
    expect(summary(assemble([{}, {}]))).toEqual([0, 2, 2]);
    expect(summary(assemble([{}, { statuses: { run: 1 } }]))).toEqual([1, 2, 1]);
    expect(summary(assemble([{ statuses: { run: 1 }, test: { expectation: { kind: 'fail' } } }]))).toEqual([0, 1, 1]);
  });

  it('says null of a test in which no stage began', () => {
    const ending = { kind: 'not-started', cause: { kind: 'boot-failed', detail: 'no' } } as const;
    const { tests } = assemble([{ ending }], { startMs: undefined });
    expect(tests.map(({ startMs }) => startMs)).toEqual([null]);
  });

  it('says of a cell that was not booted that it was not needed', () => {
    expect(assemble([{}], {}, new Map()).cells.map(({ boot }) => boot)).toEqual([{ outcome: 'not-needed', durationMs: 0, findings: [] }]);
  });

  it('takes a cell without supplies for our own bug', () => {
    expect(() => assemble([{}], {}, new Map(), new Map())).toThrow(/^Internal error: cell \S+ was planned, but not supplied$/);
  });
});

describe('assembleResults of a test that ran several times', () => {
  const repeated = (statuses: readonly number[]): Results => {
    const [first, ...others] = statuses.map((run, index) => ({ ...runRecord({ statuses: { run } }), consolePath: `cell/edu/probe/attempt-${index + 1}/console.log` }));
    if (first === undefined) throw new Error('a test without a run');
    return assembleTests([{ planned: first.planned, attempts: [attempt(first), ...others.map((record) => attempt(record))] }]);
  };

  it('keeps every run, and shows the first that was not as expected', () => {
    const { tests, exitStatus, totals } = repeated([0, 3, 0]);
    expect([exitStatus, totals.tests, totals.fail]).toEqual([1, 1, 1]);
    expect(tests).toEqual([
      expect.objectContaining({
        outcome: 'fail',
        ok: false,
        flaky: true,
        reason: 'flaky: as expected in 2 of 3 runs; run 2: run ended with exit status 3',
        console: 'cell/edu/probe/attempt-2/console.log',
        reproduce: expect.stringMatching(/ --repeat 3$/) as unknown,
        attempts: [
          expect.objectContaining({ outcome: 'pass', ok: true, console: 'cell/edu/probe/attempt-1/console.log' }),
          expect.objectContaining({ outcome: 'fail', ok: false, reason: 'run ended with exit status 3' }),
          expect.objectContaining({ outcome: 'pass', ok: true }),
        ],
      }),
    ]);
  });

  it.each([
    [[0, 0], true, 'pass', ''],
    [[1, 1], false, 'fail', 'run ended with exit status 1'],
  ])('is not flaky when all come to the same: %j', (statuses, ok, outcome, reason) => {
    expect(repeated(statuses).tests).toEqual([expect.objectContaining({ ok, outcome, reason, flaky: false })]);
  });
});

function assemble(changes: readonly RecordChanges[], recordChanges: Partial<JudgedAttempt['record']> = {}, boots?: PlanOutcome['boots'], supplied?: ResultsFrame['supplies']): Results {
  const tests = changes.map((change): JudgedTest => {
    const record = runRecord(change);
    return { planned: record.planned, attempts: [attempt(record, recordChanges)] };
  });
  return assembleTests(tests, boots, supplied);
}

function attempt(record: RunRecord, changes: Partial<JudgedAttempt['record']> = {}): JudgedAttempt {
  return { record: { ...record, ...changes }, startReason: 'asked for with --start cold', verdict: judge(record, { bootFingerprints: new Set(), today: '2026-11-22' }) };
}

function assembleTests(tests: readonly JudgedTest[], boots?: PlanOutcome['boots'], supplied?: ResultsFrame['supplies']): Results {
  const cells = tests.slice(0, 1).map(({ planned }) => planned.cell);
  const plan: Plan = { cells, tests: tests.map(({ planned }) => planned) };
  const frame: ResultsFrame = {
    version: '0.1.0',
    startedAt: new Date('2026-11-22T10:00:00Z'),
    durationMs: 1234.6,
    host: { accelerator: 'tcg', acceleratorReason: 'asked for', cpus: 2, memoryMiB: 1000 },
    plan,
    supplies: supplied ?? new Map(cells.map((cell) => [cell, supplies])),
    cwd: '/suites',
    options: { invocation: ['qemu-driver-test'] },
    shuffleSeed: undefined,
  };
  const booted = new Map(cells.map((cell) => [cell, { outcome: 'ok' as const, durationMs: 2300.4, findings: [], detail: '' }]));
  return assembleResults(frame, { boots: boots ?? booted, templateLosses: new Map(), tests, accelerator: { accelerator: 'tcg', reason: '', advice: undefined, fallsBack: false } });
}

function summary({ exitStatus, totals }: Results): readonly number[] {
  return [exitStatus, totals.tests, totals.ok];
}
