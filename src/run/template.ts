import { createMemoryFile, type MemoryFile } from '../host/memory-file.ts';
import { createScratchDirectory } from '../host/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import type { Machine } from '../machine/machine.ts';
import { QmpError } from '../machine/qmp/error.ts';
import { bootCell, type BootJob, type BootRecord } from './boot-cell.ts';
import type { RunPorts } from './run-test.ts';
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

/** `template` is undefined when the machine did not boot (the record says why) or could not be saved (`failure` does). */
export interface TemplateMaking {
  readonly boot: BootRecord;
  readonly template: Template | undefined;
  readonly failure: string | undefined;
}

/** Boots a machine to its idle agent and saves it. A machine that cannot be saved is powered off and was a boot all the same. */
export async function makeTemplate(job: TemplateJob, ports: RunPorts): Promise<TemplateMaking> {
  using scratch = createScratchDirectory();
  const ram = job.ram ?? createMemoryFile(job.memoryMiB);
  const ramPath = ram.path;
  let state: Buffer | undefined;
  let failure: string | undefined;
  const boot = await bootCell({ ...job, machine: { ...job.machine, origin: { kind: 'template', ramPath, slots: job.slots } } }, ports, async (machine) => {
    const saved = await trySaving(machine, scratch.path);
    if (typeof saved === 'string') failure = saved;
    else state = saved;
    return state === undefined ? 'power-off' : 'kill';
  });
  if (state === undefined || boot.release === undefined) {
    ram[Symbol.dispose]();
    return { boot, template: undefined, failure };
  }
  return { boot, template: { release: boot.release, state, ramPath, slots: job.slots, [Symbol.dispose]: ram[Symbol.dispose] }, failure: undefined };
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
