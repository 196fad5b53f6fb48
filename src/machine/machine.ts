import type { Duplex } from 'node:stream';
import { deferred } from '../host/deferred.ts';
import { type ProcessExit, startSupervised, type SupervisedProcess } from '../host/process/supervised-process.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { type ChannelName, channelNames, type MachineSpec } from './machine-spec.ts';
import { qemuArguments, qemuEnvironment } from './qemu-arguments.ts';
import { QmpClient } from './qmp/client.ts';
import type { QmpEvent } from './qmp/message.ts';

/** A QEMU process and our ends of its channels. Disposing kills it. */
export interface Machine extends Disposable {
  readonly pid: number | undefined;
  /** The command line, exactly as run. */
  readonly argv: readonly string[];
  readonly channel: (name: ChannelName) => Duplex;
  /** Resolves when the monitor answers; rejects with a QmpError when it never will. */
  readonly monitor: Promise<QmpClient>;
  /** Resolves when the process has ended. What it said last may still be unread. */
  readonly exited: Promise<ProcessExit>;
  /** Resolves when all that QEMU said on the monitor has been read, because nothing more can come. */
  readonly monitorRead: Promise<void>;
  /** What QEMU has reported about the guest's end. The first report counts. */
  readonly guestEnd: () => GuestEnd | undefined;
  /** Resolves when the guest's kernel reports a panic. The guest runs on until it has printed everything and resets. */
  readonly panicked: Promise<void>;
  /** Calls the listener for every event of the monitor, until disposed of. */
  readonly listen: (listener: (event: QmpEvent) => void) => Disposable;
  /** Rejects with the first exception of a listener to this machine. Only the test of this machine has failed then. */
  readonly failed: Promise<never>;
  /** Reports an exception of later work for this machine, which is then treated as the machine's. */
  readonly fail: (error: unknown) => void;
  /** Kills the process and everything that it started, at once. */
  readonly kill: () => void;
}

/** QEMU's SHUTDOWN and GUEST_PANICKED events. Source: QEMU's qapi/run-state.json. */
export type GuestEnd = 'guest-shutdown' | 'guest-reset' | 'guest-panicked';

export interface MachineLaunch {
  readonly spec: MachineSpec;
  readonly qemu: QemuInstall;
  /** File for QEMU's own output. */
  readonly outputPath: string;
  /** Receives every event of the monitor. */
  readonly onEvent?: (event: QmpEvent) => void;
}

/** Starts a machine. A QEMU that cannot be started counts as a machine that has exited. */
export function launchMachine({ spec, qemu, outputPath, onEvent }: MachineLaunch): Machine {
  const argv = [...qemu.command, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const child = startSupervised({
    argv,
    env: qemuEnvironment(qemu.env),
    channelCount: channelNames.length + (spec.origin?.kind === 'clone' ? 1 : 0),
    outputPath,
  });
  return machineOfQemu({ argv, child }, 'greets', onEvent);
}

/** A process of QEMU, and the command line from which it came. */
export interface RunningQemu {
  readonly argv: readonly string[];
  readonly child: SupervisedProcess;
}

/** The machine of a process. `state`: its monitor greets, or has greeted somebody else before this was copied. */
export function machineOfQemu(
  { argv, child }: RunningQemu,
  state: 'greets' | 'has-greeted',
  onEvent?: MachineLaunch['onEvent'],
): Machine {
  const { promise: failed, reject } = deferred<never>();
  const fail = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
  const channels = nameChannels(child.channels, fail);
  let guestEnd: GuestEnd | undefined;
  const panicked = deferred<undefined>();
  const listeners = new Set(onEvent === undefined ? [] : [onEvent]);
  const monitor = connectMonitor(channels('monitor'), state, (event) => {
    for (const listener of listeners) listener(event);
    guestEnd ??= guestEndOf(event);
    if (event.name === 'GUEST_PANICKED') panicked.resolve(undefined);
  });
  const monitorRead = new Promise<void>((resolve) => channels('monitor').once('close', () => resolve()));
  // Users of the monitor await it. A machine that is never asked anything may end before the greeting.
  monitor.catch(() => undefined);
  return {
    pid: child.pid,
    argv,
    channel: channels,
    monitor,
    exited: child.exited,
    monitorRead,
    guestEnd: () => guestEnd,
    panicked: panicked.promise,
    listen: (listener) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    failed,
    fail,
    kill: child.kill,
    [Symbol.dispose]: child.kill,
  };
}

async function connectMonitor(
  stream: Duplex,
  state: 'greets' | 'has-greeted',
  listener: (event: QmpEvent) => void,
): Promise<QmpClient> {
  return state === 'greets' ? await QmpClient.connect(stream, listener) : QmpClient.takeOver(stream, listener);
}

const allChannels: readonly ChannelName[] = [...channelNames, 'state'];

function nameChannels(sockets: readonly Duplex[], fail: Machine['fail']): (name: ChannelName) => Duplex {
  const named = new Map(allChannels.map((name, index) => [name, sockets[index]]));
  for (const socket of sockets) {
    containListeners(socket, fail);
    forgiveWrites(socket);
    socket.on('error', () => undefined);
  }
  return (name) => {
    const socket = named.get(name);
    if (socket === undefined) throw new Error(`Internal error: the machine was started without its channel ${name}`);
    return socket;
  };
}

/**
 * Writing to a machine that has just died is not a separate error: the machine's end explains it. An error would also
 * close the channel before its last words are read, such as that the guest has reset.
 */
function forgiveWrites(socket: Duplex): void {
  const write = socket._write.bind(socket);
  const writeAll = socket._writev?.bind(socket);
  socket._write = (chunk, encoding, done) => write(chunk, encoding, () => done());
  if (writeAll !== undefined) socket._writev = (chunks, done) => writeAll(chunks, () => done());
}

/**
 * Catches what a listener throws. An uncaught exception would end this process, and with it all other machines. All
 * data from a guest passes here, whoever reads it.
 */
function containListeners(socket: Duplex, fail: Machine['fail']): void {
  const emit = socket.emit.bind(socket) as (...event: readonly unknown[]) => boolean;
  socket.emit = (...event: readonly unknown[]): boolean => {
    try {
      return emit(...event);
    } catch (error) {
      fail(error);
      return true;
    }
  };
}

function guestEndOf(event: QmpEvent): GuestEnd | undefined {
  if (event.name === 'GUEST_PANICKED') return 'guest-panicked';
  if (event.name !== 'SHUTDOWN' || event.data['guest'] !== true) return undefined;
  return event.data['reason'] === 'guest-reset' ? 'guest-reset' : 'guest-shutdown';
}
