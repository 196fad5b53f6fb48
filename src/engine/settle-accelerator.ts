import type { RunListener } from '../event/event.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart, TemplatePlan } from '../plan/start-plan.ts';
import { type AcceleratorChoice, isForeign } from './accelerator.ts';
import { failedBuild } from './cell-builds.ts';
import { bootDirectory, type BootOutcome, bootTold } from './boot-cells.ts';
import { isCellsOwn } from './boot-machines.ts';
import type { KvmTrial, KvmTrials } from './kvm-trials.ts';
import { type RunSetup, suppliesOf } from './run.ts';

/** The accelerator for the whole run, and the boot that settled it; undefined: none was needed. */
export interface SettledAccelerator {
  readonly choice: AcceleratorChoice;
  readonly boot: { readonly cell: Cell; readonly outcome: BootOutcome } | undefined;
}

/**
 * When KVM only looks usable, the first boot of a cell that can run on it decides for the whole run, before the run is
 * built.
 */
export async function settleAccelerator(setup: RunSetup, choice: AcceleratorChoice): Promise<SettledAccelerator> {
  const { starts, choices, outDirectory, services, listener, signal } = setup;
  const cell = bootableCells(setup).find((bootable) => !isForeign(bootable));
  if (cell === undefined || !choice.fallsBack || signal.aborted) return { choice, boot: undefined };
  const request = {
    cell,
    template: ownTemplate(starts, cell),
    templates: choices.templates,
    directory: bootDirectory(outDirectory, cell),
    run: setup,
  };
  const { choice: settled, ...outcome } = await bootTold(request, choice);
  const booted = { choice: settled, ...outcome };
  settleTrial({ cell, supplies: suppliesOf(setup, cell) }, { asked: choice, booted, ...services, listener });
  return { choice: settled, boot: { cell, outcome } };
}

interface SettledTrial {
  readonly asked: AcceleratorChoice;
  readonly booted: Awaited<ReturnType<typeof bootTold>>;
  readonly kvmTrials: KvmTrials;
  readonly listener: RunListener;
}

/** Tells what a trial of KVM has shown, and remembers it. */
export function settleTrial(trial: KvmTrial, { asked, booted, kvmTrials, listener }: SettledTrial): void {
  if (!asked.fallsBack) return;
  const { choice, boot } = booted;
  if (choice === asked) {
    if (boot.outcome === 'ok') kvmTrials.forget(trial);
    return;
  }
  listener({ kind: 'warning', message: `${choice.reason}. ${choice.advice ?? ''}` });
  kvmTrials.remember(trial, choice.detail ?? choice.reason);
}

/**
 * The choice without a trial of KVM that failed not long ago. `--fresh` tries it again.
 */
export function recallTrials(
  setup: Pick<RunSetup, 'plan' | 'supplies' | 'choices' | 'services'>,
  choice: AcceleratorChoice,
): AcceleratorChoice {
  const cell = bootableCells(setup).find((bootable) => !isForeign(bootable));
  if (cell === undefined || setup.choices.templates === 'new') return choice;
  return setup.services.kvmTrials.recall({ cell, supplies: suppliesOf(setup, cell) }, choice);
}

/** A cell needs no boot if none of its tests has a module to test, and has none without a kernel. */
export function bootableCells({ plan, supplies }: Pick<RunSetup, 'plan' | 'supplies'>): readonly Cell[] {
  return plan.cells.filter((cell) => {
    const own = suppliesOf({ supplies }, cell);
    return (
      own.missing === undefined &&
      plan.tests.some((planned) => planned.cell === cell && failedBuild(planned, own) === undefined)
    );
  });
}

/** The template that the cell's own boot makes; undefined: nothing starts from it. */
export function ownTemplate(starts: ReadonlyMap<PlannedTest, PlannedStart>, cell: Cell): TemplatePlan | undefined {
  for (const start of starts.values())
    if (start.kind === 'clone' && start.template.cell === cell && isCellsOwn(start.template)) return start.template;
  return undefined;
}
