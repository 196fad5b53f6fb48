import { join } from 'node:path';
import { judge } from '../diagnose/judge.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import type { Verdict } from '../diagnose/verdict.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { runTest } from '../run/run-test.ts';
import type { RunRecord } from '../run/run-record.ts';
import { unstartedRecord } from '../run/unstarted-record.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { bootOnce, type CellBoot } from './boot-cells.ts';
import { bootDeadlineMs, testMachine } from './cell-machine.ts';
import type { CellSupplies } from './supplies.ts';
import { runPooled } from './worker-pool.ts';

export interface PlanRun {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly accelerator: AcceleratorChoice;
  readonly jobs: number;
  readonly outDirectory: string;
  readonly listener: RunListener;
  /** Aborts when the run is cancelled: machines end, what is known is kept. */
  readonly signal: AbortSignal;
}

/** A test's evidence, without its texts, and the opinion on it. */
export interface JudgedTest {
  readonly planned: PlannedTest;
  readonly record: Omit<RunRecord, 'consoleText' | 'runOutput'>;
  readonly verdict: Verdict;
}

export interface PlanOutcome {
  readonly boots: ReadonlyMap<Cell, CellBoot>;
  /** In the plan's order. */
  readonly tests: readonly JudgedTest[];
  /** As it was in the end. */
  readonly accelerator: AcceleratorChoice;
}

/** Boots every cell, then runs every test on a machine of its own, so many at a time. */
export async function runPlan(run: PlanRun): Promise<PlanOutcome> {
  const boots = new Map<Cell, CellBoot>();
  const accelerator = await bootCells(run, boots);
  const tests: JudgedTest[] = [];
  const settled: PlanRun = { ...run, accelerator };
  const tasks = run.plan.tests.map((planned, index) => async (): Promise<void> => {
    tests[index] = await runOne(planned, settled, boots.get(planned.cell));
  });
  await runPooled(tasks, run.jobs);
  return { boots, tests, accelerator };
}

/** The first boot settles the accelerator; then the other cells boot side by side. */
async function bootCells(run: PlanRun, boots: Map<Cell, CellBoot>): Promise<AcceleratorChoice> {
  const cells = run.plan.cells.filter((cell) => cellTests(run, cell).some((planned) => buildFailure(planned, run) === undefined));
  let choice = run.accelerator;
  const boot = (cell: Cell) => async (): Promise<void> => {
    if (run.signal.aborted) return;
    run.listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
    const request = { cell, supplies: suppliesOf(run, cell), outDirectory: run.outDirectory, signal: run.signal };
    const booted = await bootOnce(request, choice);
    choice = booted.choice;
    boots.set(cell, booted.boot);
    run.listener({ kind: 'provision-end', what: cell.id, durationMs: booted.boot.durationMs });
  };
  const [first, ...others] = cells;
  if (first === undefined) return choice;
  await boot(first)();
  if (choice !== run.accelerator) run.listener({ kind: 'warning', message: `${choice.reason}. ${choice.advice ?? ''}` });
  choice = { ...choice, fallsBack: false };
  await runPooled(others.map(boot), run.jobs);
  return choice;
}

async function runOne(planned: PlannedTest, run: PlanRun, boot: CellBoot | undefined): Promise<JudgedTest> {
  const place = { id: planned.id, cell: planned.cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const { consoleText, runOutput, ...record } = await recordOf(planned, run, boot);
  const bootFingerprints = new Set(boot?.findings.map(({ fingerprint }) => fingerprint));
  const verdict = judge({ ...record, consoleText, runOutput }, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  run.listener({ kind: 'test-end', ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { planned, record, verdict };
}

function recordOf(planned: PlannedTest, run: PlanRun, boot: CellBoot | undefined): Promise<RunRecord> | RunRecord {
  const directory = join(planned.cell.id, planned.suite.name, planned.test.name);
  const failed = buildFailure(planned, run);
  if (failed !== undefined) return unstartedRecord(planned, directory, { kind: 'not-started', cause: { kind: 'module-build', ...failed } });
  if (run.signal.aborted) return unstartedRecord(planned, directory, { kind: 'cancelled' });
  if (boot?.outcome !== 'ok') {
    return unstartedRecord(planned, directory, { kind: 'not-started', cause: { kind: 'boot-failed', detail: boot?.detail ?? 'it was never tried' } });
  }
  return runTest(jobOf(planned, run, directory), { tripwire: createTripwire(), signal: run.signal });
}

function jobOf(planned: PlannedTest, run: PlanRun, directory: string): Parameters<typeof runTest>[0] {
  const supplies = suppliesOf(run, planned.cell);
  const build = supplies.builds.get(planned.suite);
  const { accelerator } = run.accelerator;
  return {
    planned,
    qemu: supplies.qemu,
    machine: testMachine(planned, supplies, accelerator),
    folderTransport: supplies.archive.hasVirtFs ? '9p' : 'tar',
    modules: build?.kind === 'built' ? build.modules : [],
    bootDeadlineMs: bootDeadlineMs[accelerator],
    resultsDirectory: run.outDirectory,
    directory: join(run.outDirectory, directory),
  };
}

function buildFailure(planned: PlannedTest, run: PlanRun): { readonly directory: string; readonly output: string } | undefined {
  const build = suppliesOf(run, planned.cell).builds.get(planned.suite);
  return build?.kind === 'failed' ? { directory: build.directory, output: build.output } : undefined;
}

function cellTests({ plan }: PlanRun, cell: Cell): readonly PlannedTest[] {
  return plan.tests.filter((planned) => planned.cell === cell);
}

function suppliesOf({ supplies }: PlanRun, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
