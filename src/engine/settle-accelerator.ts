import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart, TemplatePlan } from '../plan/start-plan.ts';
import type { AcceleratorChoice } from './accelerator.ts';
import { failedBuild } from './cell-builds.ts';
import { bootDirectory, bootEnd, bootOnce, type BootOutcome } from './boot-cells.ts';
import { isCellsOwn } from './boot-machines.ts';
import { type RunSetup, suppliesOf } from './run.ts';

/** The accelerator for the whole run, and the boot that settled it; undefined: none was needed. */
export interface SettledAccelerator {
  readonly choice: AcceleratorChoice;
  readonly boot: { readonly cell: Cell; readonly outcome: BootOutcome } | undefined;
}

/** When KVM only looks usable, the first cell's boot decides for the whole run, before the run is built. */
export async function settleAccelerator(setup: RunSetup, choice: AcceleratorChoice): Promise<SettledAccelerator> {
  const { starts, choices, outDirectory, listener, signal } = setup;
  const [cell] = bootableCells(setup);
  if (cell === undefined || !choice.fallsBack || signal.aborted) return { choice, boot: undefined };
  const request = {
    cell,
    template: ownTemplate(starts, cell),
    templates: choices.templates,
    directory: bootDirectory(outDirectory, cell),
    run: setup,
  };
  listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
  const { choice: settled, ...outcome } = await bootOnce(request, choice);
  listener({ kind: 'provision-end', what: cell.id, ...bootEnd(outcome) });
  if (settled !== choice) listener({ kind: 'warning', message: `${settled.reason}. ${settled.advice ?? ''}` });
  return { choice: settled, boot: { cell, outcome } };
}

/** A cell needs no boot if none of its tests has a module to test. */
export function bootableCells({ plan, supplies }: Pick<RunSetup, 'plan' | 'supplies'>): readonly Cell[] {
  return plan.cells.filter((cell) =>
    plan.tests.some(
      (planned) => planned.cell === cell && failedBuild(planned, suppliesOf({ supplies }, cell)) === undefined,
    ),
  );
}

/** The template that the cell's own boot makes; undefined: nothing starts from it. */
export function ownTemplate(starts: ReadonlyMap<PlannedTest, PlannedStart>, cell: Cell): TemplatePlan | undefined {
  for (const start of starts.values())
    if (start.kind === 'clone' && start.template.cell === cell && isCellsOwn(start.template)) return start.template;
  return undefined;
}
