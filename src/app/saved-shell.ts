import { describeEnding } from '../diagnose/describe-ending.ts';
import type { AcceleratorChoice } from '../engine/accelerator.ts';
import { bootTold } from '../engine/boot-cells.ts';
import { busModulesOf } from '../engine/bus-supplies.ts';
import type { BootRequest } from '../engine/boot-machines.ts';
import { cacheTemplate } from '../engine/cell-boots.ts';
import { cloneMachine, cloneStart } from '../engine/cell-machine.ts';
import { localJudge } from '../engine/judging/judge-question.ts';
import { KernelForms } from '../engine/kernel-forms.ts';
import { KeptTemplates } from '../engine/kept-templates.ts';
import { KvmTrials } from '../engine/kvm-trials.ts';
import { settleTrial } from '../engine/settle-accelerator.ts';
import { keepsState, obstacleOf } from '../engine/starts.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import type { Accelerator, MachineSpec } from '../machine/machine-spec.ts';
import { treePlanOf } from '../plan/device-tree.ts';
import { type PlannedStart, planStarts } from '../plan/start-plan.ts';
import { runShell, type ShellOutcome } from '../run/shell/shell-session.ts';
import type { Template } from '../run/template.ts';
import { facts, failedBeforeUse, jobOf, type Opening, portsOf } from './shell-opening.ts';

/** `outcome` is undefined: no shell was opened, and the reason was told. `choice`: what is known of KVM by then. */
interface SavedShell {
  readonly outcome: ShellOutcome | undefined;
  readonly choice: AcceleratorChoice;
}

/** Tries a clone of a machine that was saved before, then of one that is saved now: as a run makes and keeps it. */
export async function openSaved(asked: AcceleratorChoice, opening: Opening): Promise<SavedShell> {
  const { run, context } = opening;
  const start = planStart(opening);
  if (start.kind === 'cold') return { outcome: undefined, choice: asked };
  using logs = createScratchDirectory();
  const keptTemplates = new KeptTemplates(context, (message) => run.listener({ kind: 'warning', message }));
  await keptTemplates.sweep();
  let choice = asked;
  for (const templates of [run.choices.templates, 'renewed'] as const) {
    const booted = await bootSaved({ start, templates, choice, directory: logs.path }, keptTemplates, opening);
    choice = booted.choice;
    const cached = cacheTemplate(booted);
    if (cached.kind === 'none') {
      const message = `The machine is booted instead of cloned: there is no template: ${cached.reason}`;
      run.listener({ kind: 'warning', message });
      return { outcome: undefined, choice };
    }
    const outcome = await openClone({ template: cached.template, start, accelerator: choice.accelerator }, opening);
    if (outcome !== undefined) return { outcome, choice };
    if (!cached.template.isKept) break;
  }
  return { outcome: undefined, choice };
}

interface SavedBoot {
  readonly start: CloneStart;
  readonly templates: BootRequest['templates'];
  readonly choice: AcceleratorChoice;
  /** Of its logs. */
  readonly directory: string;
}

async function bootSaved(
  { start, templates, choice, directory }: SavedBoot,
  keptTemplates: KeptTemplates,
  { run, supplies, context }: Opening,
): ReturnType<typeof bootTold> {
  const { listener, signal, target } = run;
  const { cell, planned } = target;
  const kvmTrials = new KvmTrials(context);
  const booting = {
    plan: { cells: [cell], tests: [planned] },
    supplies: new Map([[cell, supplies]]),
    services: { judge: localJudge, keptTemplates, kernelForms: new KernelForms(context.store, listener) },
    outDirectory: directory,
    listener,
    signal,
  };
  const booted = await bootTold({ cell, template: start.template, templates, directory, run: booting }, choice);
  // It is kept before anybody types: a person may leave the shell open for hours.
  await keptTemplates.finished();
  signal.throwIfAborted();
  settleTrial({ cell, supplies }, { asked: choice, booted, kvmTrials, listener });
  return booted;
}

/** Even a template that no other test shares is kept: users open the same shell repeatedly. */
function planStart({ run, supplies }: Opening): PlannedStart {
  const starts = planStarts([run.target.planned], {
    start: run.choices.start === 'cold' ? 'cold' : 'clone',
    repeat: 1,
    keepsState: (_cell, driver) => keepsState(supplies, driver),
    busModules: (planned) => busModulesOf(planned, supplies),
    treeOf: (planned) => treePlanOf(planned, supplies.trees ?? new Map()),
    obstacle: (cell, args) => obstacleOf(cell, args, supplies),
  });
  return starts.get(run.target.planned) ?? { kind: 'cold', reason: 'not planned' };
}

type CloneStart = Extract<PlannedStart, { kind: 'clone' }>;

interface CloneOpening {
  readonly template: Template;
  readonly start: CloneStart;
  readonly accelerator: Accelerator;
}

/** Undefined: no shell was opened, and the reason was reported. */
async function openClone(
  { template: saved, start, accelerator }: CloneOpening,
  opening: Opening,
): Promise<ShellOutcome | undefined> {
  const { run, supplies } = opening;
  using template = saved;
  const machine: Omit<MachineSpec, 'sharedFolder'> = cloneMachine(start.template, supplies, accelerator);
  const outcome = await runShell(
    { ...jobOf(accelerator, opening), machine, clone: cloneStart(start, template) },
    portsOf(run, { accelerator, start: 'clone', ...facts(opening) }),
  );
  if (!failedBeforeUse(outcome, run)) return outcome;
  run.listener({ kind: 'warning', message: `The clone did not reach a shell: ${describeEnding(outcome.ending)}` });
  return undefined;
}
