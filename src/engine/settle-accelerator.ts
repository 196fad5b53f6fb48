import type { RunListener } from '../event/event.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart, TemplatePlan } from '../plan/start-plan.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { bootDirectory, bootOnce, type BootOutcome, isCellsOwn } from './boot-cells.ts';
import type { Judge } from './judging/judge.ts';
import { suppliesOf } from './run.ts';
import { buildFailure, type CellSupplies } from './supplies.ts';

export interface Settling {
  readonly plan: Plan;
  readonly supplies: ReadonlyMap<Cell, CellSupplies>;
  readonly starts: ReadonlyMap<PlannedTest, PlannedStart>;
  readonly choice: AcceleratorChoice;
  readonly judge: Judge;
  readonly outDirectory: string;
  readonly listener: RunListener;
  readonly signal: AbortSignal;
}

/** The accelerator for the whole run, and the boot that settled it; undefined: none was needed. */
export interface SettledAccelerator {
  readonly choice: AcceleratorChoice;
  readonly boot: { readonly cell: Cell; readonly outcome: BootOutcome } | undefined;
}

/** When KVM only looks usable, the first cell's boot decides for the whole run, before the run is built. */
export async function settleAccelerator(settling: Settling): Promise<SettledAccelerator> {
  const { plan, supplies, starts, choice, judge, outDirectory, listener, signal } = settling;
  const [cell] = bootableCells({ plan, supplies });
  if (cell === undefined || !choice.fallsBack || signal.aborted) return { choice, boot: undefined };
  const directory = bootDirectory(outDirectory, cell);
  const request = {
    cell,
    supplies: suppliesOf({ supplies }, cell),
    template: ownTemplate(starts, cell),
    outDirectory,
    directory,
    judge,
    signal,
  };
  listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
  const { choice: settled, ...outcome } = await bootOnce(request, choice);
  listener({ kind: 'provision-end', what: cell.id, durationMs: outcome.boot.durationMs });
  if (settled !== choice) listener({ kind: 'warning', message: `${settled.reason}. ${settled.advice ?? ''}` });
  return { choice: settled, boot: { cell, outcome } };
}

/** A cell needs no boot if none of its tests has a module to test. */
export function bootableCells({ plan, supplies }: Pick<Settling, 'plan' | 'supplies'>): readonly Cell[] {
  return plan.cells.filter((cell) =>
    plan.tests.some(
      (planned) => planned.cell === cell && buildFailure(planned, suppliesOf({ supplies }, cell)) === undefined,
    ),
  );
}

/** The template that the cell's own boot makes; undefined: nothing starts from it. */
export function ownTemplate(starts: ReadonlyMap<PlannedTest, PlannedStart>, cell: Cell): TemplatePlan | undefined {
  for (const start of starts.values())
    if (start.kind === 'clone' && start.template.cell === cell && isCellsOwn(start.template)) return start.template;
  return undefined;
}
