import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { type AcceleratorChoice, acceleratorForCells, fallBack } from '../engine/accelerator.ts';
import { missingBus } from '../engine/bus-supplies.ts';
import { bootDeadlineMs } from '../engine/boot-deadlines.ts';
import { testMachine } from '../engine/cell-machine.ts';
import { KvmTrials } from '../engine/kvm-trials.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { suppliesOf } from '../engine/run.ts';
import { type CellSupplies, provideSupplies } from '../engine/supplies.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Plan } from '../plan/plan.ts';
import { createProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import { runShell, type ShellOutcome } from '../run/shell/shell-session.ts';
import { provisionListener } from './announce.ts';
import { readGuestFiles } from './load-suites.ts';
import { possibleAccelerators, withTrees } from './device-trees.ts';
import { refuseBrokenModels } from './model-check.ts';
import { lineRelayFrom, requireModelClient } from './model-programs.ts';
import { openSaved } from './saved-shell.ts';
import { type BootPlace, explainShell, openInAnyForm, type OpenedShell, type ShellOpening } from './shell-kernel.ts';
import { facts, failedBeforeUse, jobOf, type Opening, portsOf, type ShellRun } from './shell-opening.ts';

export type { OpenedShell };

/**
 * Opens a shell on a new machine and returns how it ended. @throws RunRefused before anything is done @throws
 * ProvisionError when the environment cannot provide the machine
 */
export async function openShell(run: ShellRun): Promise<OpenedShell> {
  const { target, choices, installation } = run;
  const plan: Plan = { cells: [target.cell], tests: [target.planned] };
  const context = createProvisionContext({ progress: provisionListener(run.listener), signal: run.signal });
  using modelPool = new ModelPool(installation.deviceHostProgram, lineRelayFrom(context));
  const models = await refuseBrokenModels(plan, modelPool, run);
  const asked = acceleratorForCells(choices.accel, plan.cells);
  const guestFiles = readGuestFiles(installation.guestDirectory);
  const callHelperSources = join(installation.guestDirectory, 'calls');
  const all = await provideSupplies(
    {
      ...{ plan, compiler: choices.compiler, guestFiles, models, callHelperSources },
      boardSources: join(installation.guestDirectory, 'board'),
    },
    context,
  );
  await requireModelClient({ plan, buses: models.buses }, all, context);
  const trees = { plan, supplies: all, trees: models.trees, accelerators: possibleAccelerators(asked) };
  const supplies = suppliesOf({ supplies: await withTrees(trees, run, context) }, target.cell);
  const noBus = missingBus(target.planned, supplies);
  if (noBus !== undefined) throw new ProvisionError(noBus);
  requireModules(run, supplies);
  const opening = { run, supplies, context, modelPool };
  const { outcome, choice } = await openSaved(recalled(asked, opening), opening);
  if (outcome !== undefined) return outcome;
  const first = await openInAnyForm(onAccelerator(choice.accelerator, opening));
  if (!choice.fallsBack || !failedBeforeUse(first.outcome, run))
    return explainShell(first, placeOf(choice.accelerator, opening));
  run.listener({ kind: 'warning', message: fallBack(describeEnding(first.outcome.ending)).reason });
  return explainShell(await openInAnyForm(onAccelerator('tcg', opening)), placeOf('tcg', opening));
}

/** A trial of KVM that failed not long ago is not made again. */
function recalled(choice: AcceleratorChoice, { run, supplies, context }: Opening): AcceleratorChoice {
  if (run.choices.templates === 'new') return choice;
  const known = new KvmTrials(context).recall({ cell: run.target.cell, supplies }, choice);
  if (known !== choice) run.listener({ kind: 'warning', message: `${known.reason}. ${known.advice ?? ''}` });
  return known;
}

function onAccelerator(accelerator: Accelerator, opening: Opening): ShellOpening {
  const { run, supplies, context } = opening;
  return {
    kernel: supplies.kernel,
    open: (kernel) => openOn(accelerator, { ...opening, supplies: { ...supplies, kernel } }),
    listener: run.listener,
    store: context.store,
    signal: run.signal,
    place: placeOf(accelerator, opening),
  };
}

function placeOf(accelerator: Accelerator, { run, supplies }: Opening): BootPlace {
  const { cell, planned } = run.target;
  const deadlineMs = bootDeadlineMs(planned, accelerator);
  return { machine: cell.machine, initramfs: supplies.archive.path, deadlineMs };
}

function requireModules({ target: { planned, cell }, listener }: ShellRun, { builds }: CellSupplies): void {
  const build = builds.get(planned.suite);
  if (build?.kind !== 'failed') return;
  listener({
    kind: 'build-failed',
    suite: planned.suite.name,
    kernel: cell.kernel.text,
    directory: build.directory,
    output: build.output,
    log: undefined,
  });
  throw new ProvisionError(`The modules in ${build.directory} do not build. Fix the build, then try again.`);
}

/** Boots the machine for this shell, on whatever it settled on. */
async function openOn(accelerator: Accelerator, opening: Opening): Promise<ShellOutcome> {
  const { run, supplies } = opening;
  const job = { ...jobOf(accelerator, opening), machine: testMachine(run.target.planned, supplies, accelerator) };
  return await runShell(job, portsOf(run, { accelerator, start: 'cold', ...facts(opening) }));
}
