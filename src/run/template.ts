import { join } from 'node:path';
import { bounds } from '../bounds/bounds.ts';
import { asObject } from '../bounds/parse-json.ts';
import { receiveStream } from '../host/files/byte-streams.ts';
import { createMemoryFile, type MemoryFile, NoRoomForMemory } from '../host/files/memory-file.ts';
import { createScratchDirectory, type ScratchDirectory } from '../host/files/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { channelDescriptor } from '../machine/qemu-arguments.ts';
import type { QmpClient } from '../machine/qmp/client.ts';
import { QmpError } from '../machine/qmp/message.ts';
import { bootCell, type BootJob, type BootRecord } from './boot-cell.ts';
import type { RunPorts } from './run-ports.ts';
import { pause } from './watch/deadline.ts';

/** It takes about 15 ms: the memory stays where it is. */
const saveLimitMs = 30_000;
const pollMs = 2;

/** The machine could not be saved; its tests start cold. */
class SaveFailed extends Error {
  override readonly name = 'SaveFailed';
}

/** By command: as a property on the command line only QEMU 11 knows it. */
async function leaveMemoryInPlace(monitor: QmpClient): Promise<void> {
  await monitor.execute('migrate-set-capabilities', { capabilities: [{ capability: 'x-ignore-shared', state: true }] });
}

/** Starts a clone from a saved state; it runs by itself when it has read it. @throws QmpError */
export async function restoreMachine(machine: Machine, state: Buffer): Promise<void> {
  machine.channel('state').end(state);
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  await monitor.execute('migrate-incoming', { uri: `fd:${channelDescriptor('state')}` });
}

/**
 * Saves the state of a machine's devices; its memory is in a file already. The guest runs until the last moment, so a
 * clone runs on by itself as soon as it is restored. Afterwards the machine is good for nothing but its end.
 * @throws SaveFailed, QmpError
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

/** A booted, idle machine, saved: what clones start from. Disposing of it frees the memory that they share. */
export interface Template extends Disposable {
  /** The guest's `uname -r`. */
  readonly release: string;
  /** State of the devices, some 400 KB. */
  readonly state: Buffer;
  /** File with the guest's memory; clones map it privately and never change it. */
  readonly ramPath: string;
  readonly slots: number;
  /** An earlier run made it. */
  readonly isKept: boolean;
}

export interface TemplateJob extends BootJob {
  readonly memoryMiB: number;
  /** How many devices clones will have plugged in. */
  readonly slots: number;
}

/**
 * `template` is undefined when the machine did not boot (the record says why) or could not be saved (`failure` does).
 */
export interface TemplateMaking {
  readonly boot: BootRecord;
  readonly template: Template | undefined;
  readonly failure: string | undefined;
}

/**
 * Boots a machine to its idle agent and saves it. A machine that cannot be saved is powered off and was a boot all the
 * same, and so is one for whose memory there is no room in a file.
 */
export async function makeTemplate(job: TemplateJob, ports: RunPorts): Promise<TemplateMaking> {
  const place = await findPlace(job);
  if (typeof place === 'string') return { boot: await bootCell(job, ports), template: undefined, failure: place };
  const { ram, scratch } = place;
  let saved: Buffer | string | undefined;
  const machine = { ...job.machine, origin: { kind: 'template', ramPath: ram.path, slots: job.slots } } as const;
  try {
    const boot = await bootCell({ ...job, machine }, ports, async (booted) => {
      saved = await trySaving(booted, scratch.path);
      return typeof saved === 'string' ? 'power-off' : 'kill';
    });
    if (!(saved instanceof Buffer) || boot.release === undefined || boot.ending.kind !== 'completed') {
      ram[Symbol.dispose]();
      return { boot, template: undefined, failure: typeof saved === 'string' ? saved : undefined };
    }
    return {
      boot,
      template: {
        release: boot.release,
        state: saved,
        ramPath: ram.path,
        slots: job.slots,
        isKept: false,
        [Symbol.dispose]: ram[Symbol.dispose],
      },
      failure: undefined,
    };
  } finally {
    scratch[Symbol.dispose]();
  }
}

interface TemplatePlace {
  readonly ram: MemoryFile;
  readonly scratch: ScratchDirectory;
}

/** Where the memory and the state go; a text: there is no such place, and why. */
async function findPlace({ memoryMiB }: TemplateJob): Promise<TemplatePlace | string> {
  let scratch: ScratchDirectory | undefined;
  try {
    scratch = createScratchDirectory();
    return { scratch, ram: await createMemoryFile(memoryMiB) };
  } catch (error) {
    scratch?.[Symbol.dispose]();
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
