import { join } from 'node:path';
import type { RunListener } from '../event/event.ts';
import type { Order } from '../plan/order.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart } from '../plan/start-plan.ts';
import type { AttemptEntry } from '../record/entries.ts';
import type { RecordWriter } from '../record/record-writer.ts';
import type { FailureLimit } from './failure-limit.ts';
import type { FindingLocator } from './finding-locator.ts';
import type { Judge } from './judging/judge.ts';
import type { KernelForms } from './kernel-forms.ts';
import type { KeptTemplates } from './kept-templates.ts';
import type { KvmTrials } from './kvm-trials.ts';
import type { ModelPool } from './model-pool.ts';
import type { RunAccelerator } from './run-accelerator.ts';
import type { RunChoices } from './run-choices.ts';
import type { TemplateForks } from './template-forks.ts';
import type { CellSupplies } from './supplies.ts';

/** One run of a test on its own machine. `--repeat` makes several attempts per test. */
export interface Attempt {
  readonly planned: PlannedTest;
  /** Index of the test in the plan. */
  readonly test: number;
  /** Counted from 1. */
  readonly number: number;
  readonly of: number;
}

export function attemptsOf(planned: PlannedTest, test: number, count: number): readonly Attempt[] {
  return Array.from({ length: count }, (_, index) => ({ planned, test, number: index + 1, of: count }));
}

/** Path relative to the results directory. */
export function attemptDirectory({ planned: { cell, suite, test }, number, of }: Attempt): string {
  return join(cell.id, suite.name, test.name, ...(of === 1 ? [] : [`attempt-${number}`]));
}

/** The name that is shown while it runs. */
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
  readonly kernelForms: KernelForms;
  readonly kvmTrials: KvmTrials;
  readonly forks: Pick<TemplateForks, 'for' | 'lose' | 'release'>;
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
  /** Aborts when the run is cancelled or its record cannot be written. Machines are stopped, and results are kept. */
  readonly signal: AbortSignal;
}

/**
 * Everything that a run is based on. It is settled before the first test and does not change. Scheduler, cells,
 * templates and attempts use it.
 */
export interface Run extends RunSetup {
  readonly accelerator: RunAccelerator;
  readonly order: Order;
  readonly jobs: number;
  readonly failureLimit: FailureLimit;
  /** The record of all results. */
  readonly record: RecordWriter;
  /** Absent: the plan is all there is. */
  readonly later?: LaterTests;
}

/** A test that was planned during a run. It starts as the test of the plan from which it was made: on its template. */
export interface LaterTest {
  readonly planned: PlannedTest;
  readonly madeFrom: PlannedTest;
}

/** Plans more tests when all of the plan have ended, and tells the record and the listener. */
export type LaterTests = (ended: readonly AttemptEntry[]) => Promise<readonly LaterTest[]>;

/** The host refuses something that the run needs. It is the reason of the run's signal. */
export class RunStopped extends Error {
  override readonly name = 'RunStopped';
}

export function suppliesOf({ supplies }: Pick<Run, 'supplies'>, cell: Cell): CellSupplies {
  const found = supplies.get(cell);
  if (found === undefined) throw new Error(`Internal error: cell ${cell.id} was planned, but not supplied`);
  return found;
}

interface FormsKnown {
  readonly services: Pick<RunServices, 'kernelForms'>;
}

/** The same, with the kernel in the form in which it starts. */
export function bootSupplies(run: Pick<RunSetup, 'supplies'> & FormsKnown, cell: Cell): CellSupplies {
  const supplies = suppliesOf(run, cell);
  return { ...supplies, kernel: run.services.kernelForms.known(supplies.kernel) };
}
