import { judge } from '../diagnose/judge.ts';
import type { Verdict } from '../diagnose/verdict.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { planStarts, type PlannedStart } from '../plan/start-plan.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import type { CellBoot } from './boot-cells.ts';
import { bootableCells, bootTemplate, CellBoots, shelve, suppliesOf } from './cell-boots.ts';
import { templateObstacle } from '../machine/template-obstacle.ts';
import { runPlanned, type StartedRecord } from './run-planned.ts';
import type { CellSupplies } from './supplies.ts';
import { TemplateLosses } from './template-losses.ts';
import { TemplateShelf } from './template-shelf.ts';
import { runPooled } from './worker-pool.ts';

export interface PlanRun {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly accelerator: AcceleratorChoice;
  readonly start: 'auto' | 'clone' | 'cold';
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
  /** Why it started as it did. */
  readonly startReason: string;
  readonly verdict: Verdict;
}

export interface PlanOutcome {
  readonly boots: ReadonlyMap<Cell, CellBoot>;
  /** Why tests of a cell boot cold that should have been cloned: each template's reason once. */
  readonly templateLosses: ReadonlyMap<Cell, readonly string[]>;
  /** In the plan's order. */
  readonly tests: readonly JudgedTest[];
  /** As it was in the end. */
  readonly accelerator: AcceleratorChoice;
}

/** Boots every cell and runs every test on a machine of its own, so many at a time; a test waits for its cell's boot only. */
export async function runPlan(run: PlanRun): Promise<PlanOutcome> {
  const starts = planStarts(run.plan.tests, {
    start: run.start,
    keepsState: (cell, driver) => keepsState(suppliesOf(run, cell), driver),
    obstacle: ({ machine }, args) => templateObstacle([machine.args, args]),
  });
  const templatesInUse = [...starts.values()].flatMap((start) => (start.kind === 'clone' ? [start.template] : []));
  const settled = { ...run };
  const losses = new TemplateLosses(run);
  using shelf = new TemplateShelf(templatesInUse, {
    make: async (plan, number) => shelve(await bootTemplate(plan, number, settled)),
    onLoss: (plan, reason) => losses.add(plan, reason),
  });
  const boots = new CellBoots(settled, { shelf, templatesInUse });
  const [first, ...others] = bootableCells(run);
  // When KVM only looks good, the first boot decides for all.
  if (first !== undefined && run.accelerator.fallsBack) settled.accelerator = await boots.settleAccelerator(first);
  const cells = first === undefined || run.accelerator.fallsBack ? others : [first, ...others];
  const tests: JudgedTest[] = [];
  const testTasks = run.plan.tests.map((planned, index) => async (): Promise<void> => {
    const start = starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
    tests[index] = await runOne(planned, { run: settled, start, shelf, boot: await boots.of(planned.cell) });
  });
  await runPooled([...cells.map((cell) => () => boots.boot(cell)), ...testTasks], run.jobs);
  return { boots: await boots.all(), templateLosses: losses.byCell, tests, accelerator: settled.accelerator };
}

/** Virtio devices save their state by a way of their own, which the dump does not list. */
function keepsState({ statefulDevices }: CellSupplies, driver: string): boolean {
  return statefulDevices.has(driver) || driver.startsWith('virtio-');
}

interface OneRun {
  readonly run: PlanRun;
  readonly start: PlannedStart;
  readonly shelf: TemplateShelf;
  readonly boot: CellBoot | undefined;
}

async function runOne(planned: PlannedTest, { run, start, shelf, boot }: OneRun): Promise<JudgedTest> {
  const place = { id: planned.id, cell: planned.cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const { startReason, record: full }: StartedRecord = await runPlanned(planned, { run, supplies: suppliesOf(run, planned.cell), start, shelf, boot });
  const bootFingerprints = new Set(boot?.findings.map(({ fingerprint }) => fingerprint));
  const verdict = judge(full, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  // Thousands of tests may follow: of this one only what the results need is kept.
  const { consoleText, runOutput, ...record } = full;
  run.listener({ kind: 'test-end', ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { planned, record, startReason, verdict };
}
