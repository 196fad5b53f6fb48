import { join } from 'node:path';
import { MachineCalls, openCalls } from '../../calls/machine-calls.ts';
import { readTextFile } from '../../host/files/read-text.ts';
import { makeDirectory } from '../../host/files/scratch-directory.ts';
import type { Machine } from '../../machine/machine.ts';
import { mergeUserArguments } from '../../machine/user-arguments.ts';
import { AgentRefusal } from '../agent/agent-message.ts';
import type { AgentSession } from '../agent/agent-session.ts';
import { type ConversationListener, prepare } from '../agent/conversation.ts';
import { settingsAfterBoot } from '../agent/stall-settings.ts';
import { stageEnvironment } from '../agent/stage-environment.ts';
import type { RunPorts } from '../run-ports.ts';
import { connectHardware } from '../devices/connect-hardware.ts';
import { MachineModels, ModelNotAttached } from '../devices/machine-models.ts';
import { collectEvidence, maxLogBytes } from '../evidence/evidence.ts';
import { type BootProgress, type Ending, notStarted } from '../evidence/run-record.ts';
import { fillFolder, stagesOf } from '../folder/test-folder.ts';
import { type OwnScratch, createOwnScratch } from '../own-scratch.ts';
import { endingWithoutModels } from '../run-test.ts';
import { type MachineJob, type MachinePlace, openSession, scriptFor, startMachine } from '../start-machine.ts';
import { listenForSigns } from '../watch/boot-signs.ts';
import { watchLimits } from '../watch/watch-limits.ts';
import { watchMachine } from '../watch/watch-machine.ts';
import { connectTerminal, type ShellTerminal } from './shell-terminal.ts';

/**
 * Stops the guest and opens QEMU's debugger stub on a socket in a private folder, so that nobody else can connect. The
 * debugger continues the guest. Returns the socket's path. @throws AgentRefusal when QEMU has no stub @throws QmpError
 */
async function holdForDebugger(machine: Machine, folder: string): Promise<string> {
  const monitor = await machine.monitor;
  const path = join(folder, 'gdb');
  await monitor.execute('stop');
  const complaint = await monitor.execute('human-monitor-command', {
    'command-line': `gdbserver unix:${path},server=on,wait=off`,
  });
  if (typeof complaint === 'string' && /\b(could not|error|invalid|unable|fail)/i.test(complaint))
    throw new AgentRefusal(`the debugger's port could not be opened: ${complaint.trim()}`);
  return path;
}

/** A test's machine for interactive use. */
export interface ShellJob extends MachineJob {
  /** False: the machine is the suite's, and its folder has no `run`, whatever test is in `planned`. */
  readonly hasTest: boolean;
  /** The guest is stopped before the shell starts, until a debugger continues it. */
  readonly isDebugged: boolean;
}

export interface ShellPorts extends RunPorts {
  readonly terminal: ShellTerminal;
  /** Called once, right before the shell starts. */
  readonly onReady: (ready: ShellReady) => void;
}

export interface ShellReady {
  /** From the launch until the shell can start. */
  readonly readyMs: number;
  readonly release: string;
  /** The socket of QEMU's debugger stub; undefined: not requested. */
  readonly debuggerSocket: string | undefined;
}

/**
 * How the shell ended. `lost`: the machine ended, or never reached the shell; `consoleText` has its console, `phase`
 * and `signs` say how far it came.
 */
export type ShellOutcome =
  | { readonly kind: 'exited'; readonly exitStatus: number }
  | { readonly kind: 'left' }
  | ({
      readonly kind: 'lost';
      readonly hadBegun: boolean;
      readonly ending: Ending;
      readonly consoleText: string;
    } & BootProgress);

/** A user may take any time: this is the longest timer, 24 days. */
const sessionLimitMs = 2 ** 31 - 1;

/** Starts a machine with a shell, and connects it to a terminal until either ends. */
export async function runShell(job: ShellJob, ports: ShellPorts): Promise<ShellOutcome> {
  const scratch = createOwnScratch();
  // What cannot be removed now is tried again when this process ends, which is soon.
  return await runInScratch(job, ports, scratch).finally(scratch.remove);
}

async function runInScratch(job: ShellJob, ports: ShellPorts, scratch: OwnScratch): Promise<ShellOutcome> {
  const directory = join(scratch.path, 'logs');
  try {
    using models =
      job.models &&
      (await MachineModels.attach(job.models, { sockets: scratch.path, directory, signal: ports.signal }));
    return await runOnMachine(job, { ...ports, scratch: scratch.path, directory, models });
  } catch (error) {
    if (!(error instanceof ModelNotAttached)) throw error;
    const ending = endingWithoutModels(error.why);
    return { kind: 'lost', hadBegun: false, ending, consoleText: '', ...notStarted };
  }
}

interface MachinePorts extends ShellPorts {
  /** A private directory of this machine, and a directory inside it for logs. */
  readonly scratch: string;
  readonly directory: string;
  readonly models: MachineModels | undefined;
}

async function runOnMachine(
  job: ShellJob,
  { scratch, directory, models, ...ports }: MachinePorts,
): Promise<ShellOutcome> {
  const folder = join(scratch, 'folder');
  makeDirectory(directory);
  const folderSize = await fillFolder(
    folder,
    job.planned,
    job.modules,
    stagesOf(job.planned).filter(({ name }) => job.hasTest || name !== 'run'),
  );
  const launchedMs = performance.now();
  const place = { scratch, folder, folderSize, directory, models };
  using machine = await startMachine(job, place);
  const listener = listenForSigns();
  using evidence = collectEvidence(machine, { directory, tripwire: ports.tripwire, onConsoleLine: listener.hear });
  const opened = job.calls && openCalls(job.calls);
  // A shell is there to find out what is wrong.
  const calls = opened instanceof MachineCalls ? opened : undefined;
  connectHardware(machine, { job, scratch, models: models?.port, calls });
  const session = openSession(machine, job);
  const state: ShellState = { hadBegun: false, end: undefined };
  const watched = await watchMachine({
    machine,
    session,
    evidence,
    bootDeadlineMs: job.bootDeadlineMs,
    imageStarts: job.machine.diskImage?.startsItself === true,
    timeoutMs: sessionLimitMs,
    limits: ports.limits ?? watchLimits,
    signal: ports.signal,
    modelBroken: models?.broken,
    converse: async (listener) => {
      await attendShell({ job, ports, machine, session, place, calls, launchedMs, state }, listener);
      return { leftOut: [], written: undefined };
    },
  });
  evidence.close();
  if (state.end !== undefined) return state.end;
  return {
    kind: 'lost',
    hadBegun: state.hadBegun,
    ending: watched.ending,
    phase: evidence.bootPhase(),
    signs: listener.signs(),
    consoleText: readTextFile(evidence.consolePath, maxLogBytes),
  };
}

interface ShellState {
  hadBegun: boolean;
  end: ShellEnd | undefined;
}

interface OpenShell {
  readonly job: ShellJob;
  readonly ports: Pick<MachinePorts, 'terminal' | 'onReady'>;
  readonly machine: Machine;
  readonly session: AgentSession;
  readonly place: MachinePlace;
  readonly calls: MachineCalls | undefined;
  readonly launchedMs: number;
  readonly state: ShellState;
}

/** From the agent's first message to the shell's end; then the machine is stopped. */
async function attendShell(
  { job, ports, machine, session, place, calls, launchedMs, state }: OpenShell,
  listener: ConversationListener,
): Promise<void> {
  const release = await session.ready;
  const term = ports.terminal.kind === 'terminal' ? ports.terminal.term : 'dumb';
  // Stages are run by hand, as often and as long as anybody likes.
  const environment = { ...stageEnvironment(job.planned), TERM: term };
  const wanted = {
    stages: [],
    settings: settingsAfterBoot(sessionLimitMs, mergeUserArguments(job.machine.userArgs).kernelParameters),
    scansForLeaks: false,
    environment,
    calls,
    end: { kind: 'power-off' },
  } as const;
  await prepare(session, scriptFor(job, machine, place, wanted), listener);
  listener.onFirstStage();
  const debuggerSocket = job.isDebugged ? await holdForDebugger(machine, place.scratch) : undefined;
  ports.onReady({ readyMs: performance.now() - launchedMs, release, debuggerSocket });
  state.hadBegun = true;
  state.end = await attend(machine, session, { terminal: ports.terminal, console: job.machine.arch.guest.console });
  machine.kill();
}

type ShellEnd = Exclude<ShellOutcome, { kind: 'lost' }>;

interface ShellPlace {
  readonly terminal: ShellTerminal;
  /** The kernel's name for the serial console. */
  readonly console: string;
}

/** Connected while the shell runs. */
async function attend(machine: Machine, session: AgentSession, { terminal, console }: ShellPlace): Promise<ShellEnd> {
  using connection = connectTerminal(terminal, machine, session);
  const place =
    terminal.kind === 'pipe' ? 'pipe' : `terminal ${console} ${terminal.size().rows} ${terminal.size().columns}`;
  const exited = session.runShell(place).then((exitStatus): ShellEnd => ({ kind: 'exited', exitStatus }));
  return await Promise.race([exited, connection.left.then((): ShellEnd => ({ kind: 'left' }))]);
}
