import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { asObject } from '../bounds/parse-json.ts';
import { receiveStream } from '../host/files/byte-streams.ts';
import { createMemoryFile, type MemoryFile, NoRoomForMemory } from '../host/files/memory-file.ts';
import { createOverlayFile } from './overlay-file.ts';
import { createScratchDirectory, type ScratchDirectory } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { MachineOrigin } from '../machine/machine-spec.ts';
import type { Machine } from '../machine/machine.ts';
import { keepsFileOfClones } from '../machine/private-memory.ts';
import { channelDescriptor } from '../machine/qemu-arguments.ts';
import type { QmpClient } from '../machine/qmp/client.ts';
import { QmpError } from '../machine/qmp/message.ts';
import type { QemuInstall } from '../provision/provisioned.ts';
import { bootCell, type BootJob, type BootRecord } from './boot-cell.ts';
import type { CoveragePlace } from './evidence/coverage-place.ts';
import type { RunPorts } from './run-ports.ts';
import { pause } from './watch/deadline.ts';

/** Saving takes about 15 ms, because the memory stays in place. */
const saveLimitMs = 30_000;
const pollMs = 2;

/** The machine could not be saved. Its tests start cold. */
class SaveFailed extends Error {
  override readonly name = 'SaveFailed';
}

/** Done by a command, because only QEMU 11 has a command-line property for it. */
async function leaveMemoryInPlace(monitor: QmpClient): Promise<void> {
  await monitor.execute('migrate-set-capabilities', { capabilities: [{ capability: 'x-ignore-shared', state: true }] });
}

/**
 * By default, QEMU tells the network of a machine that it has moved: it sends frames (RARP) from each card for a
 * second, also from cards that are plugged in meanwhile. A link partner would take them for the driver's, and so would
 * faults.
 */
async function stayUnannounced(monitor: QmpClient): Promise<void> {
  await monitor.execute('migrate-set-parameters', { 'announce-rounds': 0 });
}

/** Starts a clone from a saved state. It runs as soon as it has read the state. @throws QmpError */
export async function restoreMachine(machine: Machine, state: Buffer): Promise<void> {
  machine.channel('state').end(state);
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  await stayUnannounced(monitor);
  await monitor.execute('migrate-incoming', { uri: `fd:${channelDescriptor('state')}` });
}

/**
 * Saves the state of a machine's devices; its memory is already in a file. The guest runs until the last moment, so
 * that a clone runs as soon as it is restored. Afterwards the machine can only be killed. @throws SaveFailed @throws
 * QmpError
 */
async function saveMachine(machine: Machine, scratch: string): Promise<Buffer> {
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  const path = join(scratch, 'state');
  using receiver = await receiveStream(path, bounds.savedState.bytes);
  await monitor.execute('migrate', { uri: `unix:${path}` });
  const startedMs = performance.now();
  for (;;) {
    const { status, 'error-desc': reason } = asObject(await monitor.execute('query-migrate')) ?? {};
    if (status === 'completed') return await receiver.received;
    if (status === 'failed' || status === 'cancelled')
      throw new SaveFailed(`QEMU could not save the machine: ${typeof reason === 'string' ? reason : status}`);
    if (performance.now() - startedMs > saveLimitMs)
      throw new SaveFailed(`the machine was not saved within ${saveLimitMs / 1000} s`);
    await pause(pollMs);
  }
}

/** The origin of a machine that is restored from a template. */
export function originOfClone(
  { ramPath, diskPath, slots }: Pick<Template, 'ramPath' | 'diskPath' | 'slots'>,
  { version }: Pick<QemuInstall, 'version'>,
): Extract<MachineOrigin, { kind: 'clone' }> {
  const disk = diskPath === undefined ? {} : { diskPath };
  return { kind: 'clone', ramPath, ...disk, slots, isFileKept: keepsFileOfClones(version) };
}

function diskPathOf(disk: MemoryFile | undefined): { readonly diskPath?: string } {
  return disk === undefined ? {} : { diskPath: disk.path };
}

/** A booted, idle machine that was saved; clones start from it. Disposing frees the shared memory. */
export interface Template extends Disposable {
  /** The guest's `uname -r`. */
  readonly release: string;
  /** State of the devices, about 400 KB. */
  readonly state: Buffer;
  /** File with the guest's memory. Clones map it privately and never change it. */
  readonly ramPath: string;
  /** What its boot has written to the disk image, which clones never change; absent: nothing. */
  readonly diskPath?: string;
  readonly slots: number;
  /** Where its guest records what runs; absent: it does not. */
  readonly coverageAt?: CoveragePlace;
  /** An earlier run made it. */
  readonly isKept: boolean;
}

export interface TemplateJob extends BootJob {
  readonly memoryMiB: number;
  /** The number of devices that clones plug in. */
  readonly slots: number;
}

/** `template` is undefined when the machine did not boot (see the record) or could not be saved (see `failure`). */
export interface TemplateMaking {
  readonly boot: BootRecord;
  readonly template: Template | undefined;
  readonly failure: string | undefined;
}

/**
 * Boots a machine until its agent is idle, and saves it. A machine that cannot be saved, or for whose memory there is
 * no space, is powered off and still counts as a boot.
 */
export async function makeTemplate(job: TemplateJob, ports: RunPorts): Promise<TemplateMaking> {
  const place = await findPlace(job);
  if (typeof place === 'string') return { boot: await bootCell(job, ports), template: undefined, failure: place };
  const { ram, disk, scratch } = place;
  let saved: Buffer | string | undefined;
  const machine = {
    ...job.machine,
    origin: { kind: 'template', ramPath: ram.path, ...diskPathOf(disk), slots: job.slots },
  } as const;
  try {
    const boot = await bootCell({ ...job, machine }, ports, async (booted) => {
      saved = await trySaving(booted, scratch.path);
      return typeof saved === 'string' ? 'power-off' : 'kill';
    });
    if (!(saved instanceof Buffer) || boot.release === undefined || boot.ending.kind !== 'completed') {
      ram[Symbol.dispose]();
      disk?.[Symbol.dispose]();
      return { boot, template: undefined, failure: typeof saved === 'string' ? saved : undefined };
    }
    return {
      boot,
      template: {
        release: boot.release,
        state: saved,
        ramPath: ram.path,
        ...diskPathOf(disk),
        slots: job.slots,
        isKept: false,
        ...(boot.coverageAt === undefined ? {} : { coverageAt: boot.coverageAt }),
        [Symbol.dispose]: () => {
          ram[Symbol.dispose]();
          disk?.[Symbol.dispose]();
        },
      },
      failure: undefined,
    };
  } finally {
    scratch[Symbol.dispose]();
  }
}

interface TemplatePlace {
  readonly ram: MemoryFile;
  readonly disk: MemoryFile | undefined;
  readonly scratch: ScratchDirectory;
}

/** The place for memory and state; a text: why there is none. */
async function findPlace({ memoryMiB, machine: { diskImage } }: TemplateJob): Promise<TemplatePlace | string> {
  let scratch: ScratchDirectory | undefined;
  let disk: MemoryFile | undefined;
  try {
    scratch = createScratchDirectory();
    if (diskImage?.startsItself === true) disk = createOverlayFile(diskImage);
    return { scratch, disk, ram: await createMemoryFile(memoryMiB) };
  } catch (error) {
    scratch?.[Symbol.dispose]();
    disk?.[Symbol.dispose]();
    if (error instanceof NoRoomForMemory || isSystemError(error)) return error.message;
    throw error;
  }
}

/** The state, or why there is none. */
async function trySaving(machine: Machine, scratch: string): Promise<Buffer | string> {
  try {
    return await saveMachine(machine, scratch);
  } catch (error) {
    if (error instanceof SaveFailed || error instanceof QmpError || isSystemError(error)) return error.message;
    throw error;
  }
}
