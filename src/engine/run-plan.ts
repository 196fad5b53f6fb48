import type { RunListener } from '../event/event.ts';
import { orderTests, type Order } from '../plan/order.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import { attemptsOf, type JudgedAttempt, type JudgedTest } from './attempt.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import type { CellBoot } from './boot-cells.ts';
import { CellBoots, suppliesOf } from './cell-boots.ts';
import type { ModelPool } from './model-pool.ts';
import { FindingLocator } from './finding-locator.ts';
import { runAttempt } from './run-attempt.ts';
import { runScheduled, type Task } from './schedule.ts';
import type { CellSupplies } from './supplies.ts';

export interface PlanRun {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly accelerator: AcceleratorChoice;
  /** How each test of the plan starts. */
  readonly starts: ReadonlyMap<PlannedTest, PlannedStart>;
  readonly order: Order;
  /** How many times each test runs. */
  readonly repeat: number;
  readonly jobs: number;
  /** Whether a machine that hangs leaves its memory. */
  readonly memoryDump: boolean;
  readonly outDirectory: string;
  /** Serves the device models of all tests. */
  readonly modelPool: ModelPool;
  readonly listener: RunListener;
  /** Aborts when the run is cancelled: machines end, what is known is kept. */
  readonly signal: AbortSignal;
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

/** Boots every cell and runs every test on a machine of its own, so many at a time; a test waits for its own cell only. */
export async function runPlan(run: PlanRun): Promise<PlanOutcome> {
  using boots = new CellBoots(run);
  const locator = new FindingLocator(run);
  await boots.settleAccelerator();
  const judged = new Map<PlannedTest, JudgedAttempt[]>(run.plan.tests.map((planned) => [planned, []]));
  const tests = orderTests(run.plan.tests, run.order).flatMap((planned) => attemptsOf(planned, run.repeat)).map(
    (attempt): Task => ({
      kind: 'test',
      needs: boots.preparationsFor(attempt.planned),
      run: async () => {
        const attempts = judged.get(attempt.planned) ?? [];
        attempts[attempt.number - 1] = await runAttempt(attempt, { boots, locator, start: startOf(run, attempt.planned) });
      },
    }),
  );
  await runScheduled([...boots.preparations, ...tests], run.jobs);
  return {
    boots: await locatedBoots(boots, locator),
    templateLosses: boots.losses.byCell,
    tests: run.plan.tests.map((planned) => judgedTest(planned, judged.get(planned))),
    accelerator: boots.run.accelerator,
  };
}

function startOf({ starts }: PlanRun, planned: PlannedTest): PlannedStart {
  return starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
}

async function locatedBoots({ known, run }: CellBoots, locator: FindingLocator): Promise<ReadonlyMap<Cell, CellBoot>> {
  const located = new Map<Cell, CellBoot>();
  for (const [cell, boot] of known) located.set(cell, { ...boot, findings: await locator.locateBoot(boot.findings, cell, suppliesOf(run, cell)) });
  return located;
}

function judgedTest(planned: PlannedTest, attempts: readonly JudgedAttempt[] | undefined): JudgedTest {
  const [first, ...others] = attempts ?? [];
  if (first === undefined) throw new Error(`Internal error: ${planned.id} was planned, but never ran`);
  return { planned, attempts: [first, ...others] };
}
