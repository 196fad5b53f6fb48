import type { RunListener } from '../event/event.ts';
import type { Order } from '../plan/order.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { RecordWriter } from '../record/record-writer.ts';
import type { FindingLocator } from './finding-locator.ts';
import type { Judge } from './judging/judge.ts';
import type { ModelPool } from './model-pool.ts';
import type { CellSupplies } from './supplies.ts';

/**
 * All that a run stands on, settled before its first test and never changed after. Scheduler, cells, templates and
 * attempts take what they need from it.
 */
export interface Run {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly accelerator: Accelerator;
  /** How each test of the plan starts. */
  readonly starts: ReadonlyMap<PlannedTest, PlannedStart>;
  readonly order: Order;
  /** How many times each test runs. */
  readonly repeat: number;
  readonly jobs: number;
  /** Whether a machine that hangs leaves its memory. */
  readonly memoryDump: boolean;
  /** Absolute. */
  readonly outDirectory: string;
  /** Serves the device models of all tests. */
  readonly modelPool: ModelPool;
  readonly judge: Judge;
  readonly locator: FindingLocator;
  /** Where everything that is learnt goes. */
  readonly record: RecordWriter;
  readonly listener: RunListener;
  /** Aborts when the run is cancelled, or its record cannot be written: machines end, what is known is kept. */
  readonly signal: AbortSignal;
}

/** The host refuses what the run needs to go on. The reason of the run's signal. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

export function suppliesOf({ supplies }: Pick<Run, 'supplies'>, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}
