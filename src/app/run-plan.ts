import { judge } from '../diagnose/judge.ts';
import type { Verdict } from '../diagnose/verdict.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { planStarts, type PlannedStart, type TemplatePlan } from '../plan/start-plan.ts';
import type { RunRecord } from '../run/run-record.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { bootDirectory, bootOnce, type BootOutcome, type CellBoot } from './boot-cells.ts';
import { buildFailure, runPlanned, type StartedRecord } from './run-planned.ts';
import type { CellSupplies } from './supplies.ts';
import { TemplateShelf, type Shelved } from './template-shelf.ts';
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
  /** In the plan's order. */
  readonly tests: readonly JudgedTest[];
  /** As it was in the end. */
  readonly accelerator: AcceleratorChoice;
}

/** Boots every cell, then runs every test on a machine of its own, so many at a time. */
export async function runPlan(run: PlanRun): Promise<PlanOutcome> {
  const starts = planStarts(run.plan.tests, { start: run.start, keepsState: (cell, driver) => keepsState(suppliesOf(run, cell), driver) });
  const templatesInUse = [...starts.values()].flatMap((start) => (start.kind === 'clone' ? [start.template] : []));
  const boots = new Map<Cell, CellBoot>();
  let accelerator = run.accelerator;
  using shelf = new TemplateShelf(templatesInUse, async (plan) => shelve(await bootTemplate(plan, { ...run, accelerator })));
  accelerator = await bootCells(run, { boots, shelf, templatesInUse });
  const settled: PlanRun = { ...run, accelerator };
  const tests: JudgedTest[] = [];
  const tasks = run.plan.tests.map((planned, index) => async (): Promise<void> => {
    const start = starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
    tests[index] = await runOne(planned, { run: settled, start, shelf, boot: boots.get(planned.cell) });
  });
  await runPooled(tasks, run.jobs);
  return { boots, tests, accelerator };
}

/** Virtio devices save their state by a way of their own, which the dump does not list. */
function keepsState({ statefulDevices }: CellSupplies, driver: string): boolean {
  return statefulDevices.has(driver) || driver.startsWith('virtio-');
}

interface CellBoots {
  readonly boots: Map<Cell, CellBoot>;
  readonly shelf: TemplateShelf;
  readonly templatesInUse: readonly TemplatePlan[];
}

/** The first boot settles the accelerator; then the other cells boot side by side. */
async function bootCells(run: PlanRun, { boots, shelf, templatesInUse }: CellBoots): Promise<AcceleratorChoice> {
  const cells = run.plan.cells.filter((cell) => run.plan.tests.some((planned) => planned.cell === cell && buildFailure(planned, suppliesOf(run, cell)) === undefined));
  let choice = run.accelerator;
  const boot = (cell: Cell) => async (): Promise<void> => {
    if (run.signal.aborted) return;
    // What a suite adds could keep the machine from booting, and that would not be the cell's fault.
    const template = templatesInUse.find((plan) => plan.cell === cell && plan.args.length === 0 && plan.diskImage === undefined);
    run.listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
    const outcome = await bootOnce({ cell, supplies: suppliesOf(run, cell), template, directory: bootDirectory(run.outDirectory, cell), signal: run.signal }, choice);
    choice = outcome.choice;
    boots.set(cell, outcome.boot);
    if (template !== undefined) shelf.put(template, shelve(outcome));
    run.listener({ kind: 'provision-end', what: cell.id, durationMs: outcome.boot.durationMs });
  };
  const [first, ...others] = cells;
  if (first === undefined) return choice;
  await boot(first)();
  if (choice !== run.accelerator) run.listener({ kind: 'warning', message: `${choice.reason}. ${choice.advice ?? ''}` });
  choice = { ...choice, fallsBack: false };
  await runPooled(others.map(boot), run.jobs);
  return choice;
}

let templateCount = 0;

function bootTemplate(template: TemplatePlan, run: PlanRun): Promise<BootOutcome> {
  const { cell } = template;
  const directory = bootDirectory(run.outDirectory, cell, `template-${++templateCount}`);
  return bootOnce({ cell, supplies: suppliesOf(run, cell), template, directory, signal: run.signal }, { ...run.accelerator, fallsBack: false });
}

function shelve({ boot, template, templateFailure }: BootOutcome): Shelved {
  if (template !== undefined) return { kind: 'template', template };
  return { kind: 'none', reason: templateFailure ?? boot.detail };
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
  const { consoleText: _console, runOutput: _output, ...record } = full;
  run.listener({ kind: 'test-end', ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { planned, record, startReason, verdict };
}

function suppliesOf({ supplies }: Pick<PlanRun, 'supplies'>, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
