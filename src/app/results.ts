import { relative } from 'node:path';
import type { Finding } from '../diagnose/finding.ts';
import type { Cell, Plan } from '../plan/plan.ts';
import type { ShardOrigin } from '../plan/shard-origin.ts';
import { exitStatus } from '../report/exit-status.ts';
import { reproduceCommand, shellCommandLine, type OptionsInForce } from '../report/reproduce.ts';
import { flakyReason } from '../report/flaky.ts';
import type { AttemptResult, BootResult, CellResult, HostResult, Results, StageResult, TestResult } from '../report/results.ts';
import { countTotals } from '../report/totals.ts';
import type { StageRecord } from '../run/run-record.ts';
import { hardwareResults } from './hardware-results.ts';
import type { CellBoot } from '../engine/boot-cells.ts';
import { isFlaky, shownAttempt, type JudgedAttempt, type JudgedTest } from '../engine/attempt.ts';
import type { PlanOutcome } from '../engine/run-plan.ts';
import type { CellSupplies } from '../engine/supplies.ts';

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
  /** What the order was made from, when it was left to chance. */
  readonly shuffleSeed: number | undefined;
}

/** Puts `results.json` together. */
export function assembleResults(frame: ResultsFrame, outcome: PlanOutcome): Results {
  const tests = outcome.tests.map((judged) => testResult(judged, frame));
  const ended = outcome.tests.map(shownAttempt).map(({ record, verdict }) => ({
    outcome: verdict.outcome,
    ok: verdict.ok,
    startMs: record.startMs ?? null,
    ending: record.ending,
  }));
  const hardware = hardwareResults(outcome.tests);
  return {
    schema: 'qemu-driver-test/results/1',
    tool: { version: frame.version },
    startedAt: frame.startedAt.toISOString(),
    durationMs: Math.round(frame.durationMs),
    ...(frame.shuffleSeed === undefined ? {} : { shuffleSeed: frame.shuffleSeed }),
    exitStatus: exitStatus(ended),
    host: frame.host,
    cells: frame.plan.cells.map((cell) => cellResult(cell, frame, outcome)),
    tests,
    totals: countTotals(tests),
    ...(hardware === undefined ? {} : { hardware }),
    ...(frame.shard === undefined ? {} : { shard: frame.shard }),
  };
}

function cellResult(cell: Cell, { supplies }: ResultsFrame, { boots, templateLosses }: PlanOutcome): CellResult {
  const supplied = supplies.get(cell);
  if (supplied === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  const { kernel, qemu } = supplied;
  return {
    id: cell.id,
    kernel: { spec: kernel.spec, release: kernel.release, sha256: kernel.sha256 },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    boot: bootResult(boots.get(cell), templateLosses.get(cell)),
  };
}

function bootResult(boot: CellBoot | undefined, notes: readonly string[] | undefined): BootResult {
  if (boot === undefined) return { outcome: 'not-needed', durationMs: 0, findings: [] };
  const { outcome, durationMs, findings } = boot;
  return { outcome, durationMs: Math.round(durationMs), findings: findings.map(published), ...(notes === undefined ? {} : { notes }) };
}

function testResult(judged: JudgedTest, frame: ResultsFrame): TestResult {
  const { planned } = judged;
  const { record, startReason, verdict, postMortemFiles } = shownAttempt(judged);
  const repeated = judged.attempts.length === 1 ? undefined : { attempts: judged.attempts.map(attemptResult), flaky: isFlaky(judged) };
  const again = { ...frame.options, suitePath: relative(frame.cwd, planned.suite.directory) || '.' };
  return {
    id: planned.id,
    cell: planned.cell.id,
    description: planned.test.description,
    outcome: verdict.outcome,
    ok: verdict.ok,
    expected: verdict.expected,
    reason: repeated?.flaky === true ? flakyReason(repeated.attempts) : verdict.reason,
    start: record.start,
    startReason,
    startMs: record.startMs === undefined ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    stages: record.stages.map(stageResult),
    findings: verdict.findings.map(published),
    subtests: verdict.subtests,
    artifacts: record.artifacts,
    console: record.consolePath,
    ...(postMortemFiles === undefined ? {} : { postMortem: { files: postMortemFiles, whereabouts: verdict.whereabouts } }),
    notes: record.notes,
    ...(record.timelinePath === undefined ? {} : { timeline: record.timelinePath }),
    ...(record.devices.length === 0 ? {} : { devices: record.devices.map(({ id, model, faults, crash }) => ({ id, model, faults, ...(crash === undefined ? {} : { crash }) })) }),
    reproduce: reproduceCommand(planned, { ...again, ...(repeated?.flaky === true ? { repeat: repeated.attempts.length } : {}) }),
    shell: shellCommandLine(planned, again),
    ...repeated,
  };
}

function attemptResult({ record, verdict }: JudgedAttempt): AttemptResult {
  return {
    outcome: verdict.outcome,
    ok: verdict.ok,
    reason: verdict.reason,
    startMs: record.startMs === undefined ? null : Math.round(record.startMs),
    durationMs: Math.round(record.durationMs),
    console: record.consolePath,
  };
}

/** What the schema has of a finding; the detector knows more of it than others need to rely on. */
function published({ kind, title, fingerprint, line, source, report }: Finding): Finding {
  return { kind, title, fingerprint, line, ...(source === undefined ? {} : { source }), report };
}

function stageResult({ name, exitStatus: status, durationMs, log }: StageRecord): StageResult {
  return { name, exitStatus: status ?? null, durationMs: Math.round(durationMs), log };
}
