import { describe, expect, it } from 'vitest';
import { assembleResults, type ResultsFrame } from '../../../src/app/results.ts';
import type { JudgedTest, PlanOutcome } from '../../../src/app/run-plan.ts';
import type { CellSupplies } from '../../../src/app/supplies.ts';
import { judge } from '../../../src/diagnose/judge.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Results } from '../../../src/report/results.ts';
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

function assemble(changes: readonly RecordChanges[], recordChanges: Partial<JudgedTest['record']> = {}, boots?: PlanOutcome['boots'], supplied?: ResultsFrame['supplies']): Results {
  const tests = changes.map((change): JudgedTest => {
    const record = runRecord(change);
    return { planned: record.planned, record: { ...record, ...recordChanges }, startReason: 'asked for with --start cold', verdict: judge(record, { bootFingerprints: new Set(), today: '2026-11-22' }) };
  });
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
    options: {},
  };
  const booted = new Map(cells.map((cell) => [cell, { outcome: 'ok' as const, durationMs: 2300.4, findings: [], detail: '' }]));
  return assembleResults(frame, { boots: boots ?? booted, templateLosses: new Map(), tests, accelerator: { accelerator: 'tcg', reason: '', advice: undefined, fallsBack: false } });
}

function summary({ exitStatus, totals }: Results): readonly number[] {
  return [exitStatus, totals.tests, totals.ok];
}
