import { architectureOf } from '../architecture/architectures.ts';
import type { ModelPool } from '../engine/model-pool.ts';
import { bootDeadlineMs } from '../engine/boot-deadlines.ts';
import { callsOf } from '../engine/call-jobs.ts';
import { modelsOf, transportOf } from '../engine/test-job.ts';
import type { RunChoices } from '../engine/run-choices.ts';
import { builtFiles, type CellSupplies } from '../engine/supplies.ts';
import { createTripwire } from '../diagnose/tripwire.ts';
import type { RunListener } from '../event/event.ts';
import { hostArchitecture } from '../host/environment.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { ProvisionContext } from '../provision/provision-context.ts';
import type { BootFormat } from '../provision/provisioned.ts';
import type { ShellJob, ShellOutcome, ShellPorts, ShellReady } from '../run/shell/shell-session.ts';
import type { Installation } from './installation.ts';

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
  readonly bootFormat: BootFormat;
  /** The guest has this host's architecture, so the host's gdb knows it. */
  readonly isOfHost: boolean;
  /** With debug information, which those in the guest lack. */
  readonly modules: readonly string[];
}

/** What every way to open the shell needs. */
export interface Opening {
  readonly run: ShellRun;
  readonly supplies: CellSupplies;
  readonly context: ProvisionContext;
  readonly modelPool: ModelPool;
}

/** The machine was lost before anybody could type, and not on purpose. */
export function failedBeforeUse(
  outcome: ShellOutcome,
  { signal }: ShellRun,
): outcome is Extract<ShellOutcome, { kind: 'lost' }> {
  return outcome.kind === 'lost' && !outcome.hadBegun && outcome.ending.kind !== 'not-started' && !signal.aborted;
}

export function jobOf(
  accelerator: Accelerator,
  { run, supplies, modelPool }: Opening,
): Omit<ShellJob, 'machine' | 'clone'> {
  const { planned, hasTest } = run.target;
  return {
    planned,
    ...modelsOf(planned, { modelPool, trees: supplies.trees }),
    ...callsOf(planned, supplies),
    hasTest,
    isDebugged: run.choices.isDebugged,
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    modules: builtFiles(planned, supplies),
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
  };
}

export function facts({
  run,
  supplies,
}: Opening): Pick<ReadyShell, 'bootImage' | 'bootFormat' | 'isOfHost' | 'modules'> {
  const { bootImage, bootFormat, arch } = supplies.kernel;
  const build = supplies.builds.get(run.target.planned.suite);
  return {
    bootImage,
    bootFormat,
    isOfHost: architectureOf(arch).node === hostArchitecture(),
    modules: build?.kind === 'built' ? build.debugModules : [],
  };
}

export function portsOf(
  { terminal, signal, onReady }: ShellRun,
  known: Omit<ReadyShell, keyof ShellReady>,
): ShellPorts {
  return { terminal, signal, tripwire: createTripwire(), onReady: (ready) => onReady({ ...ready, ...known }) };
}
