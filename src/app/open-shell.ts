import { join } from 'node:path';
import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { chooseAccelerator, fallBack } from '../engine/accelerator.ts';
import { bootDeadlineMs } from '../engine/boot-deadlines.ts';
import { cloneMachine, templateMachine, testMachine } from '../engine/cell-machine.ts';
import { KeptTemplates, type TemplateWish } from '../engine/kept-templates.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { modelsOf } from '../engine/run-planned.ts';
import { keepsState, obstacleOf } from '../engine/starts.ts';
import type { RunChoices } from '../engine/run-choices.ts';
import { suppliesOf } from '../engine/run.ts';
import { builtFiles, type CellSupplies, provideSupplies } from '../engine/supplies.ts';
import type { CachedTemplate } from '../engine/template-cache.ts';
import type { RunListener } from '../event/event.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import { x86_64 } from '../machine/architecture.ts';
import type { Accelerator, MachineSpec } from '../machine/machine-spec.ts';
import { memoryMiB } from '../machine/memory-size.ts';
import { hasSlots } from '../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import type { Cell, Plan, PlannedTest } from '../plan/plan.ts';
import { type PlannedStart, planStarts } from '../plan/start-plan.ts';
import { createProvisionContext, type ProvisionContext } from '../provision/provision-context.ts';
import { ProvisionError } from '../provision/provisioned.ts';
import {
  runShell,
  type ShellJob,
  type ShellOutcome,
  type ShellPorts,
  type ShellReady,
} from '../run/shell/shell-session.ts';
import { makeTemplate, type TemplateMaking } from '../run/template.ts';
import { provisionListener } from './announce.ts';
import type { Installation } from './installation.ts';
import { readGuestFiles } from './load-suites.ts';
import { refuseBrokenModels } from './model-check.ts';
import { lineRelayFrom, requireModelClient } from './model-programs.ts';
import { type BootPlace, explainShell, openInAnyForm, type OpenedShell, type ShellOpening } from './shell-kernel.ts';

export type { OpenedShell };

export interface ShellTarget {
  readonly cell: Cell;
  readonly planned: PlannedTest;
  /** False: the machine is the suite's, without the additions of the test in `planned`. */
  readonly hasTest: boolean;
}

export interface ShellChoices extends Pick<RunChoices, 'accel' | 'compiler' | 'start' | 'templates'> {
  /** The guest's clock stands still until a debugger lets it go on. */
  readonly isDebugged: boolean;
}

export interface ShellRun {
  readonly target: ShellTarget;
  readonly choices: ShellChoices;
  readonly installation: Installation;
  readonly cwd: string;
  readonly listener: RunListener;
  readonly terminal: ShellPorts['terminal'];
  readonly onReady: (ready: ReadyShell) => void;
  readonly signal: AbortSignal;
}

/** What the user needs to know when the shell starts. Paths are absolute. */
export interface ReadyShell extends ShellReady {
  readonly accelerator: Accelerator;
  readonly start: 'clone' | 'cold';
  readonly bootImage: string;
  readonly bootFormat: 'vmlinux' | 'bzImage';
  /** With debug information, which those in the guest lack. */
  readonly modules: readonly string[];
}

/**
 * Opens a shell on a new machine and returns how it ended. @throws RunRefused before anything is done @throws
 * ProvisionError when the environment cannot provide the machine
 */
export async function openShell(run: ShellRun): Promise<OpenedShell> {
  const { target, choices, installation } = run;
  const plan: Plan = { cells: [target.cell], tests: [target.planned] };
  const context = createProvisionContext({ progress: provisionListener(run.listener), signal: run.signal });
  using modelPool = new ModelPool(installation.deviceHostProgram, lineRelayFrom(context));
  await refuseBrokenModels(plan, modelPool, run);
  const choice = chooseAccelerator(choices.accel);
  const guestFiles = readGuestFiles(installation.guestDirectory);
  const all = await provideSupplies({ plan, compiler: choices.compiler, guestFiles }, context);
  await requireModelClient(plan, all, context);
  const supplies = suppliesOf({ supplies: all }, target.cell);
  requireModules(run, supplies);
  const opening = { run, supplies, context, modelPool };
  const first = await openInAnyForm(onAccelerator(choice.accelerator, opening));
  if (!choice.fallsBack || !failedBeforeUse(first.outcome, run))
    return explainShell(first, placeOf(choice.accelerator, opening));
  run.listener({ kind: 'warning', message: fallBack(describeEnding(first.outcome.ending)).reason });
  return explainShell(await openInAnyForm(onAccelerator('tcg', opening)), placeOf('tcg', opening));
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

interface Opening {
  readonly run: ShellRun;
  readonly supplies: CellSupplies;
  readonly context: ProvisionContext;
  readonly modelPool: ModelPool;
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

/** The machine was lost before anybody could type, and not on purpose. */
function failedBeforeUse(
  outcome: ShellOutcome,
  { signal }: ShellRun,
): outcome is Extract<ShellOutcome, { kind: 'lost' }> {
  return outcome.kind === 'lost' && !outcome.hadBegun && outcome.ending.kind !== 'not-started' && !signal.aborted;
}

/** Tries a clone of a kept template, then of a new one, then a cold boot. */
async function openOn(accelerator: Accelerator, opening: Opening): Promise<ShellOutcome> {
  const { run, supplies } = opening;
  const start = planStart(opening);
  if (start.kind === 'clone') {
    for (let isLast = false; !isLast; ) {
      const kept = await templateFor(start, accelerator, opening);
      isLast = kept.isNew;
      const outcome = await openClone({ kept, start, accelerator }, opening);
      if (outcome !== undefined) return outcome;
    }
  }
  const job = { ...jobOf(accelerator, opening), machine: testMachine(run.target.planned, supplies, accelerator) };
  return await runShell(job, portsOf(run, { accelerator, start: 'cold', ...facts(opening) }));
}

/** Even a template that no other test shares is kept: users open the same shell repeatedly. */
function planStart({ run, supplies }: Opening): PlannedStart {
  const starts = planStarts([run.target.planned], {
    start: run.choices.start === 'cold' ? 'cold' : 'clone',
    repeat: 1,
    keepsState: (_cell, driver) => keepsState(supplies, driver),
    obstacle: (cell, args) => obstacleOf(cell, args, supplies),
  });
  return starts.get(run.target.planned) ?? { kind: 'cold', reason: 'not planned' };
}

type CloneStart = Extract<PlannedStart, { kind: 'clone' }>;

/** `isNew`: it was made just now. `discard`: it turned out to be of no use, and is to be made anew. */
interface ShellTemplate {
  readonly cached: CachedTemplate;
  readonly isNew: boolean;
  readonly discard: () => void;
}

async function templateFor(
  { template: plan }: CloneStart,
  accelerator: Accelerator,
  { run, supplies, context }: Opening,
): Promise<ShellTemplate> {
  const templates = new KeptTemplates(context, (message) => run.listener({ kind: 'warning', message }));
  await templates.sweep();
  const wish = { machine: templateMachine(plan, supplies, accelerator), slots: plan.slots, supplies };
  const discard = (): void => templates.discard(wish);
  const kept = run.choices.templates === 'reused' ? templates.find(wish) : undefined;
  if (kept !== undefined)
    return { cached: { kind: 'template', template: kept.template, accelerator }, isNew: false, discard };
  using logs = createScratchDirectory();
  const { boot, template, failure } = await bootTemplate(wish, { accelerator, directory: logs.path }, run);
  run.signal.throwIfAborted();
  if (template === undefined)
    return { cached: { kind: 'none', reason: failure ?? describeEnding(boot.ending) }, isNew: true, discard };
  const consolePath = join(logs.path, 'console.log');
  templates.keep({ ...wish, template, bootedAt: boot.startedAt, consolePath });
  await templates.finished();
  return { cached: { kind: 'template', template, accelerator }, isNew: true, discard };
}

async function bootTemplate(
  { machine, slots, supplies }: TemplateWish,
  { accelerator, directory }: { readonly accelerator: Accelerator; readonly directory: string },
  { target: { cell, planned }, listener, signal }: ShellRun,
): Promise<TemplateMaking> {
  const job = {
    qemu: supplies.qemu,
    machine,
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
    directory,
    memoryMiB: memoryMiB(machine.userArgs),
    slots,
  };
  listener({ kind: 'provision-begin', what: cell.id, activity: 'booting' });
  const startedMs = performance.now();
  const making = await makeTemplate(job, { tripwire: createTripwire(), signal });
  const ended = making.template === undefined ? 'failed' : 'done';
  listener({ kind: 'provision-end', what: cell.id, ended, durationMs: performance.now() - startedMs });
  return making;
}

interface CloneOpening {
  readonly kept: ShellTemplate;
  readonly start: CloneStart;
  readonly accelerator: Accelerator;
}

/** Undefined: no shell was opened, and the reason was reported. */
async function openClone(
  { kept, start, accelerator }: CloneOpening,
  opening: Opening,
): Promise<ShellOutcome | undefined> {
  const { run, supplies } = opening;
  if (kept.cached.kind === 'none') {
    run.listener({
      kind: 'warning',
      message: `The machine is booted instead of cloned: there is no template: ${kept.cached.reason}`,
    });
    return undefined;
  }
  using template = kept.cached.template;
  const machine: Omit<MachineSpec, 'sharedFolder'> = cloneMachine(start.template, supplies, accelerator);
  const clone = {
    template,
    devices: start.devices,
    hasSlots: hasSlots({ arch: x86_64 }, mergeUserArguments(machine.userArgs)),
  };
  const outcome = await runShell(
    { ...jobOf(accelerator, opening), machine, clone },
    portsOf(run, { accelerator, start: 'clone', ...facts(opening) }),
  );
  if (!failedBeforeUse(outcome, run)) return outcome;
  kept.discard();
  run.listener({ kind: 'warning', message: `The clone did not reach a shell: ${describeEnding(outcome.ending)}` });
  return undefined;
}

function jobOf(accelerator: Accelerator, { run, supplies, modelPool }: Opening): Omit<ShellJob, 'machine' | 'clone'> {
  const { planned, hasTest } = run.target;
  return {
    planned,
    ...modelsOf(planned, { modelPool }),
    hasTest,
    isDebugged: run.choices.isDebugged,
    qemu: supplies.qemu,
    folderTransport: supplies.archive.hasVirtFs ? '9p' : 'tar',
    modules: builtFiles(planned, supplies),
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
  };
}

function facts({ run, supplies }: Opening): Pick<ReadyShell, 'bootImage' | 'bootFormat' | 'modules'> {
  const { bootImage, bootFormat } = supplies.kernel;
  const build = supplies.builds.get(run.target.planned.suite);
  return { bootImage, bootFormat, modules: build?.kind === 'built' ? build.debugModules : [] };
}

function portsOf({ terminal, signal, onReady }: ShellRun, known: Omit<ReadyShell, keyof ShellReady>): ShellPorts {
  return { terminal, signal, tripwire: createTripwire(), onReady: (ready) => onReady({ ...ready, ...known }) };
}
