import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** A process, distinguished from a later one with the same number. */
export interface ProcessId {
  readonly pid: number;
  readonly startTicks: string;
  readonly command: string;
}

/** Living descendants of a process. */
export function descendantsOf(pid: number): readonly ProcessId[] {
  const all = livingProcesses();
  const found = new Set([pid]);
  // A child may have a lower number than its parent, so this repeats until nothing new is found.
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const { parent, pid: child } of all) if (found.has(parent)) found.add(child);
  }
  return all.filter((one) => one.pid !== pid && found.has(one.pid)).map(({ parent: _parent, ...one }) => one);
}

export function isStillThere({ pid, startTicks }: ProcessId): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat.startTicks === startTicks;
}

/**
 * Living processes, this one apart, that were started with something below a directory, stand in it or have it open.
 */
export function processesTouching(directory: string): readonly string[] {
  return livingProcesses()
    .filter(({ pid }) => pid !== process.pid && touches(pid, directory))
    .map(({ pid, command }) => `${pid} ${command}`);
}

function touches(pid: number, directory: string): boolean {
  const texts = [textOf(`/proc/${pid}/cmdline`), textOf(`/proc/${pid}/environ`), targetOf(`/proc/${pid}/cwd`)];
  if (texts.some((text) => text.includes(directory))) return true;
  return namesIn(`/proc/${pid}/fd`).some((name) => targetOf(`/proc/${pid}/fd/${name}`).includes(directory));
}

/** Names in shared places (/dev/shm) whose owners are gone. */
export function memoryFilesOf(pid: number): readonly string[] {
  return namesIn('/dev/shm')
    .filter((name) => name.startsWith(`qemu-driver-test-${pid.toString(36)}.`))
    .map((name) => join('/dev/shm', name));
}

/** Unfinished things in a store. */
export function draftsIn(store: string): readonly string[] {
  const drafts = namesIn(join(store, 'refs')).filter((name) => name.startsWith('qemu-driver-test-'));
  return [...namesIn(join(store, 'staging')).map((name) => join('staging', name)), ...drafts];
}

export function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return []; // Not there, gone between two looks at it, or somebody else's.
  }
}

interface LivingProcess extends ProcessId {
  readonly parent: number;
}

function livingProcesses(): readonly LivingProcess[] {
  return namesIn('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    const command = textOf(`/proc/${name}/cmdline`).replaceAll('\0', ' ').slice(0, 100);
    return stat === undefined ? [] : [{ pid: Number(name), ...stat, command }];
  });
}

/** Undefined: there is none, or a zombie that waits for its parent. */
function statOf(pid: number): { readonly parent: number; readonly startTicks: string } | undefined {
  const text = textOf(`/proc/${pid}/stat`);
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state = '', parent = ''] = fields;
  return state === '' || 'ZX'.includes(state) ? undefined : { parent: Number(parent), startTicks: fields[19] ?? '' };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function targetOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
