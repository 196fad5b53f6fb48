import { join } from 'node:path';
import type { RunListener } from '../event/event.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Order } from '../plan/order.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { RecordWriter } from '../record/record-writer.ts';
import type { FindingLocator } from './finding-locator.ts';
import type { Judge } from './judging/judge.ts';
import type { KeptTemplates } from './kept-templates.ts';
import type { ModelPool } from './model-pool.ts';
import type { RunChoices } from './run-choices.ts';
import type { CellSupplies } from './supplies.ts';

/** One run of a test, on a machine of its own; `--repeat` makes several of one test. */
export interface Attempt {
  readonly planned: PlannedTest;
  /** Place of the test in the plan, from 0 on. */
  readonly test: number;
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

export function attemptsOf(planned: PlannedTest, test: number, count: number): readonly Attempt[] {
  return Array.from({ length: count }, (_, index) => ({ planned, test, number: index + 1, of: count }));
}

/** Relative to the results directory. */
export function attemptDirectory({ planned: { cell, suite, test }, number, of }: Attempt): string {
  return join(cell.id, suite.name, test.name, ...(of === 1 ? [] : [`attempt-${number}`]));
}

/** As people see it while it runs. */
export function attemptName({ planned, number, of }: Attempt): string {
  return of === 1 ? planned.id : `${planned.id} (${number} of ${of})`;
}

/** What works for all tests of a run. */
export interface RunServices {
  /** Serves the device models. */
  readonly modelPool: ModelPool;
  readonly judge: Judge;
  readonly locator: FindingLocator;
  readonly keptTemplates: KeptTemplates;
}

/** What is settled before anything boots. */
export interface RunSetup {
  readonly plan: Plan;
  readonly choices: RunChoices;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  /** How each test of the plan starts. */
  readonly starts: ReadonlyMap<PlannedTest, PlannedStart>;
  readonly services: RunServices;
  /** Absolute. */
  readonly outDirectory: string;
  readonly listener: RunListener;
  /** Aborts when the run is cancelled, or its record cannot be written: machines end, what is known is kept. */
  readonly signal: AbortSignal;
}

/**
 * All that a run stands on, settled before its first test and never changed after. Scheduler, cells, templates and
 * attempts take what they need from it.
 */
export interface Run extends RunSetup {
  readonly accelerator: Accelerator;
  readonly order: Order;
  readonly jobs: number;
  /** Where everything that is learnt goes. */
  readonly record: RecordWriter;
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
