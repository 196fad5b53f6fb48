import { relative } from 'node:path';
import type { Finding } from '../diagnose/finding.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { exitStatus } from '../report/exit-status.ts';
import { reproduceCommand, type OptionsInForce } from '../report/reproduce.ts';
import type { BootResult, CellResult, HostResult, Results, StageResult, TestResult } from '../report/results.ts';
import { countTotals } from '../report/totals.ts';
import type { StageRecord } from '../run/run-record.ts';
import type { CellBoot } from './boot-cells.ts';
import type { JudgedTest, PlanOutcome } from './run-plan.ts';
import type { CellSupplies } from './supplies.ts';

/** What the results say besides what the tests did. */
export interface ResultsFrame {
  readonly version: string;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly host: HostResult;
  readonly plan: Plan;
  /** What the plan is a part of. */
  readonly shard?: ShardOrigin | undefined;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly cwd: string;
  /** What the user gave, for the command that runs a test again. */
  readonly options: Omit<OptionsInForce, 'suitePath'>;
}

/** Puts `results.json` together. */
export function assembleResults(frame: ResultsFrame, outcome: PlanOutcome): Results {
  const tests = outcome.tests.map((judged) => testResult(judged, frame));
  const ended = outcome.tests.map(({ record, verdict }) => ({
    outcome: verdict.outcome,
    ok: verdict.ok,
    startMs: record.startMs ?? null,
    ending: record.ending,
  }));
  return {
    schema: 'qemu-driver-test/results/1',
    tool: { version: frame.version },
    startedAt: frame.startedAt.toISOString(),
    durationMs: Math.round(frame.durationMs),
    exitStatus: exitStatus(ended),
    host: frame.host,
    cells: frame.plan.cells.map((cell) => cellResult(cell, frame, outcome.boots.get(cell))),
    tests,
    totals: countTotals(tests),
    ...(frame.shard === undefined ? {} : { shard: frame.shard }),
  };
}

function cellResult(cell: Cell, { supplies }: ResultsFrame, boot: CellBoot | undefined): CellResult {
  const supplied = supplies.get(cell);
  if (supplied === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  const { kernel, qemu } = supplied;
  return {
    id: cell.id,
    kernel: { spec: kernel.spec, release: kernel.release, sha256: kernel.sha256 },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    boot: bootResult(boot),
  };
}

function bootResult(boot: CellBoot | undefined): BootResult {
  if (boot === undefined) return { outcome: 'not-needed', durationMs: 0, findings: [] };
  return { outcome: boot.outcome, durationMs: Math.round(boot.durationMs), findings: boot.findings.map(published) };
}

function testResult({ planned, record, startReason, verdict }: JudgedTest, frame: ResultsFrame): TestResult {
  return {
    id: planned.id,
    cell: planned.cell.id,
    description: planned.test.description,
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: verdict.reason,
    start: record.start,
    startReason,
    startMs: record.startMs === undefined ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings.map(published),
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    console: record.consolePath,
    notes: record.notes,
    reproduce: reproduceCommand(planned, { ...frame.options, suitePath: relative(frame.cwd, planned.suite.directory) || '.' }),
  };
}

/** What the schema has of a finding; the detector knows more of it than others need to rely on. */
function published({ kind, title, fingerprint, line, source, report }: Finding): Finding {
  return { kind, title, fingerprint, line, ...(source === undefined ? {} : { source }), report };
}

function stageResult({ name, exitStatus: status, durationMs, log }: StageRecord): StageResult {
  return { name, exitStatus: status ?? null, durationMs: Math.round(durationMs), log };
}
