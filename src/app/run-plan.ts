import { judge } from '../diagnose/judge.ts';
import type { RunListener } from '../event/event.ts';
import { now } from '../host/clock.ts';
import { orderTests, type Order } from '../plan/order.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import { attemptName, attemptsOf, type Attempt, type JudgedAttempt, type JudgedTest } from './attempt.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import type { CellBoot } from './boot-cells.ts';
import { CellBoots, suppliesOf } from './cell-boots.ts';
import { runPlanned, type PlannedRun } from './run-planned.ts';
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
  readonly outDirectory: string;
  readonly listener: RunListener;
  /** Aborts when the run is cancelled: machines end, what is known is kept. */
  readonly signal: AbortSignal;
}

export interface PlanOutcome {
  readonly boots: ReadonlyMap<Cell, CellBoot>;
  /** In the plan's order. */
  readonly tests: readonly JudgedTest[];
  /** As it was in the end. */
  readonly accelerator: AcceleratorChoice;
}

/** Boots every cell and runs every test on a machine of its own, so many at a time; a test waits for its own cell only. */
export async function runPlan(run: PlanRun): Promise<PlanOutcome> {
  using boots = new CellBoots(run);
  await boots.settleAccelerator();
  const judged = new Map<PlannedTest, JudgedAttempt[]>(run.plan.tests.map((planned) => [planned, []]));
  const tests = orderTests(run.plan.tests, run.order).flatMap((planned) => attemptsOf(planned, run.repeat)).map(
    (attempt): Task => ({
      kind: 'test',
      needs: boots.preparationsFor(attempt.planned),
      run: async () => {
        const attempts = judged.get(attempt.planned) ?? [];
        attempts[attempt.number - 1] = await runOne(attempt, { run: boots.run, start: startOf(run, attempt.planned), boots });
      },
    }),
  );
  await runScheduled([...boots.preparations, ...tests], run.jobs);
  return { boots: boots.known, tests: run.plan.tests.map((planned) => judgedTest(planned, judged.get(planned))), accelerator: boots.run.accelerator };
}

async function runOne(attempt: Attempt, context: Omit<PlannedRun, 'supplies'>): Promise<JudgedAttempt> {
  const { run, boots } = context;
  const { cell } = attempt.planned;
  const place = { id: attemptName(attempt), cell: cell.id };
  run.listener({ kind: 'test-begin', ...place });
  const { startReason, record: full } = await runPlanned(attempt, { ...context, supplies: suppliesOf(run, cell) });
  const bootFingerprints = new Set(boots.of(cell)?.findings.map(({ fingerprint }) => fingerprint));
  const verdict = judge(full, { bootFingerprints, today: now().toISOString().slice(0, 10) });
  // Thousands of tests may follow: of this one only what the results need is kept.
  const { consoleText, runOutput, ...record } = full;
  run.listener({ kind: 'test-end', ...place, outcome: verdict.outcome, ok: verdict.ok, reason: verdict.reason, durationMs: record.durationMs });
  return { record, startReason, verdict };
}

function startOf({ starts }: PlanRun, planned: PlannedTest): PlannedStart {
  return starts.get(planned) ?? { kind: 'cold', reason: 'not planned' };
}

function judgedTest(planned: PlannedTest, attempts: readonly JudgedAttempt[] | undefined): JudgedTest {
  const [first, ...others] = attempts ?? [];
  if (first === undefined) throw new Error(`Internal error: ${planned.id} was planned, but never ran`);
  return { planned, attempts: [first, ...others] };
}
