import { createMemoryFile, NoRoomForMemory, type MemoryFile } from '../host/memory-file.ts';
import { createScratchDirectory, type ScratchDirectory } from '../host/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { QmpError } from '../machine/qmp/error.ts';
import { bootCell, type BootJob, type BootRecord } from './boot-cell.ts';
import type { RunPorts } from './test-job.ts';
import { SaveFailed, saveMachine } from './save-machine.ts';

/** A booted, idle machine, saved: what clones start from. Disposing of it frees the memory that they share. */
export interface Template extends Disposable {
  /** The guest's `uname -r`. */
  readonly release: string;
  /** State of the devices, some 400 KB. */
  readonly state: Buffer;
  /** File with the guest's memory; clones map it privately and never change it. */
  readonly ramPath: string;
  readonly slots: number;
}

export interface TemplateJob extends BootJob {
  readonly memoryMiB: number;
  /** How many devices clones will have plugged in. */
  readonly slots: number;
  /** Where the memory goes; absent: a file that is gone with this process. The template takes it over. */
  readonly ram?: MemoryFile;
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
async function findPlace({ memoryMiB, ram }: TemplateJob): Promise<TemplatePlace | string> {
  let scratch: ScratchDirectory | undefined;
  try {
    scratch = createScratchDirectory();
    return { scratch, ram: ram ?? (await createMemoryFile(memoryMiB)) };
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
