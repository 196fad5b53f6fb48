import type { Duplex } from 'node:stream';
import { type OwnOfCopy, ProcessCopies } from '../host/process/process-copies.ts';
import { startSupervised } from '../host/process/supervised-process.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { channelNames, type MachineSpec } from './machine-spec.ts';
import { type Machine, machineOfQemu, type RunningQemu } from './machine.ts';
import { channelDescriptor, qemuArguments, qemuEnvironment } from './qemu-arguments.ts';

/** A QEMU that makes machines by copying itself, with all that it has translated. Disposing kills it and them. */
export interface ForkServer extends Disposable {
  /** Its own machine, whose guest is restored, prepared and stopped before the first copy. */
  readonly machine: Machine;
  /** Resolves when QEMU has loaded the fork server. @throws NotCopied */
  readonly loaded: Promise<unknown>;
  /**
   * The guest has been stopped, and nothing changes any more. @throws NotCopied when copies would share something that
   * must not be shared
   */
  readonly survey: () => Promise<void>;
  /** A machine with the guest as it was stopped; `cont` has it go on. @throws NotCopied */
  readonly copy: (own: OwnOfCopy) => Promise<RunningQemu>;
  /** It is gone, and so are all machines that it has made. */
  readonly isLost: () => boolean;
}

export interface ForkServerLaunch {
  /** A clone, with a folder that copies have their own in place of. */
  readonly spec: MachineSpec;
  readonly qemu: QemuInstall;
  /** File for QEMU's own output. */
  readonly outputPath: string;
  /** The library with the fork server. */
  readonly library: string;
  /** A private directory with a short path. */
  readonly directory: string;
}

/** Whether the dynamic linker can be told of a library at this path. Source: ld.so(8), LD_PRELOAD. */
export function canPreload(library: string): boolean {
  return !/[\s:]/.test(library);
}

/** @throws SystemError */
export async function launchForkServer(launch: ForkServerLaunch): Promise<ForkServer> {
  const { spec, qemu, outputPath, library, directory } = launch;
  const control = channelDescriptor('state') + 1;
  const argv = [...qemu.command, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const child = startSupervised({
    // What starts QEMU must not load it.
    argv: ['env', `LD_PRELOAD=${library}`, `QEMU_FORK_SERVER=${control}`, ...argv],
    env: qemuEnvironment(qemu.env),
    channelCount: channelNames.length + 2,
    outputPath,
  });
  const copies = await ProcessCopies.of({
    control: child.channels.at(-1) as Duplex,
    directory,
    channelCount: channelNames.length,
  }).catch((error: unknown) => {
    child.kill();
    throw error;
  });
  return {
    machine: machineOfQemu({ argv, child }, 'greets'),
    loaded: copies.loaded,
    survey: () => copies.survey(spec.sharedFolder),
    copy: async (own) => ({ argv, child: await copies.copy(own) }),
    isLost: () => copies.isLost,
    [Symbol.dispose]: () => {
      child.kill();
      copies[Symbol.dispose]();
    },
  };
}
