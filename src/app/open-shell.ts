import { describeEnding } from '../diagnose/describe-ending.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import { chooseAccelerator, fallBack } from '../engine/accelerator.ts';
import { bootDeadlineMs, cloneMachine, templateMachine, testMachine } from '../engine/cell-machine.ts';
import { ModelPool } from '../engine/model-pool.ts';
import { modelsOf } from '../engine/run-planned.ts';
import { keepsState, obstacleOf } from '../engine/starts.ts';
import { type CellSupplies, provideSupplies } from '../engine/supplies.ts';
import type { RunListener } from '../event/event.ts';
import { createScratchDirectory } from '../host/files/scratch-directory.ts';
import { x86_64 } from '../machine/architecture.ts';
import type { Accelerator, MachineSpec } from '../machine/machine-spec.ts';
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
import { provisionListener } from './announce.ts';
import { keepTemplate, type KeptTemplate } from './kept-template.ts';
import { readGuestFiles } from './load-suites.ts';
import { refuseBrokenModels } from './model-check.ts';
import { lineRelayFrom, requireModelClient } from './model-programs.ts';

export type { ShellOutcome };

export interface ShellRun {
  readonly cell: Cell;
  readonly planned: PlannedTest;
  /** False: the machine is the suite's, without the additions of the test in `planned`. */
  readonly hasTest: boolean;
  readonly accel: 'auto' | 'kvm' | 'tcg';
  readonly start: 'auto' | 'clone' | 'cold';
  readonly isDebugged: boolean;
  readonly guestDirectory: string;
  readonly deviceHostProgram: string;
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
  readonly modules: readonly string[];
}

/** The templates of a suite's tests differ only in this, so with a common value most tests share one. */
const usualSlots = 2;

/**
 * Opens a shell on a new machine and returns how it ended. @throws RunRefused before anything is done @throws
 * ProvisionError when the environment cannot provide the machine
 */
export async function openShell(run: ShellRun): Promise<ShellOutcome> {
  const plan: Plan = { cells: [run.cell], tests: [run.planned] };
  const context = createProvisionContext({ progress: provisionListener(run.listener), signal: run.signal });
  using modelPool = new ModelPool(run.deviceHostProgram, lineRelayFrom(context));
  await refuseBrokenModels(plan, modelPool, run);
  const choice = chooseAccelerator(run.accel);
  const all = await provideSupplies({ plan, guestFiles: readGuestFiles(run.guestDirectory) }, context);
  await requireModelClient(plan, all, context);
  const supplies = all.get(run.cell);
  if (supplies === undefined) throw new Error(`Internal error: cell ${run.cell.id} was planned, but not supplied`);
  requireModules(run, supplies);
  const opening = { run, supplies, context, modelPool };
  const first = await openOn(choice.accelerator, opening);
  if (!choice.fallsBack || !cameToNothing(first, run)) return first;
  run.listener({ kind: 'warning', message: fallBack(describeEnding(first.ending)).reason });
  return await openOn('tcg', opening);
}

interface Opening {
  readonly run: ShellRun;
  readonly supplies: CellSupplies;
  readonly context: ProvisionContext;
  readonly modelPool: ModelPool;
}

function requireModules({ planned, cell, listener }: ShellRun, { builds }: CellSupplies): void {
  const build = builds.get(planned.suite);
  if (build?.kind !== 'failed') return;
  listener({
    kind: 'build-failed',
    suite: planned.suite.name,
    kernel: cell.kernel.text,
    directory: build.directory,
    output: build.output,
  });
  throw new ProvisionError(`The modules in ${build.directory} do not build. Fix the build, then try again.`);
}

/** The machine was lost before anybody could type, and not on purpose. */
function cameToNothing(
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
  const job = { ...jobOf(accelerator, opening), machine: testMachine(run.planned, supplies, accelerator) };
  return await runShell(job, portsOf(run, { accelerator, start: 'cold', ...facts(opening) }));
}

/** Even a template that no other test shares is kept: users open the same shell repeatedly. */
function planStart({ run, supplies }: Opening): PlannedStart {
  const starts = planStarts([run.planned], {
    start: run.start === 'cold' ? 'cold' : 'clone',
    repeat: 1,
    keepsState: (_cell, driver) => keepsState(supplies, driver),
    obstacle: (cell, args) => obstacleOf(cell, args, supplies),
  });
  const start = starts.get(run.planned) ?? { kind: 'cold', reason: 'not planned' };
  return start.kind === 'cold'
    ? start
    : { ...start, template: { ...start.template, slots: Math.max(usualSlots, start.template.slots) } };
}

type CloneStart = Extract<PlannedStart, { kind: 'clone' }>;

async function templateFor(
  { template }: CloneStart,
  accelerator: Accelerator,
  { run, supplies, context }: Opening,
): Promise<KeptTemplate> {
  using logs = createScratchDirectory();
  const machine = templateMachine(template, supplies, accelerator);
  let startedMs = 0;
  const onBoot = (phase: 'begin' | 'end'): void => {
    if (phase === 'begin') startedMs = performance.now();
    run.listener(
      phase === 'begin'
        ? { kind: 'provision-begin', what: run.cell.id, activity: 'booting' }
        : { kind: 'provision-end', what: run.cell.id, durationMs: performance.now() - startedMs },
    );
  };
  return await keepTemplate(
    {
      machine,
      slots: template.slots,
      supplies,
      bootDeadlineMs: bootDeadlineMs[accelerator],
      directory: logs.path,
      onBoot,
    },
    context,
  );
}

interface CloneOpening {
  readonly kept: KeptTemplate;
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
  const machine: Omit<MachineSpec, 'sharedFolder'> = cloneMachine(start.template, supplies, accelerator);
  const clone = {
    template: kept.cached.template,
    devices: start.devices,
    hasSlots: hasSlots({ arch: x86_64 }, mergeUserArguments(machine.userArgs)),
  };
  const outcome = await runShell(
    { ...jobOf(accelerator, opening), machine, clone },
    portsOf(run, { accelerator, start: 'clone', ...facts(opening) }),
  );
  if (!cameToNothing(outcome, run)) return outcome;
  kept.discard();
  run.listener({ kind: 'warning', message: `The clone did not reach a shell: ${describeEnding(outcome.ending)}` });
  return undefined;
}

function jobOf(accelerator: Accelerator, { run, supplies, modelPool }: Opening): Omit<ShellJob, 'machine' | 'clone'> {
  const build = supplies.builds.get(run.planned.suite);
  return {
    planned: run.planned,
    ...modelsOf(run.planned, { modelPool }),
    hasTest: run.hasTest,
    isDebugged: run.isDebugged,
    qemu: supplies.qemu,
    folderTransport: supplies.archive.hasVirtFs ? '9p' : 'tar',
    modules: build?.kind === 'built' ? build.modules : [],
    bootDeadlineMs: bootDeadlineMs[accelerator],
  };
}

function facts({ run, supplies }: Opening): Pick<ReadyShell, 'bootImage' | 'bootFormat' | 'modules'> {
  const build = supplies.builds.get(run.planned.suite);
  const { bootImage, bootFormat } = supplies.kernel;
  return { bootImage, bootFormat, modules: build?.kind === 'built' ? build.modules : [] };
}

function portsOf({ terminal, signal, onReady }: ShellRun, known: Omit<ReadyShell, keyof ShellReady>): ShellPorts {
  return { terminal, signal, tripwire: createTripwire(), onReady: (ready) => onReady({ ...ready, ...known }) };
}
