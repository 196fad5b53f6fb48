import { createHash } from 'node:crypto';
import { lstatSync, opendirSync, readFileSync, readlinkSync, renameSync, type Stats, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { secretToken } from '../clock.ts';
import { isSystemError } from '../system-error.ts';
import { removeTree } from './empty-directory.ts';

// What we make in places that others share (TMPDIR, /dev/shm) carries its owner in its name, so that a later start can
// tell what was left by one that was killed. In the name, and not in a file: there is no moment without it, and a full
// disk cannot prevent it.

/**
 * A process, so that no later one is taken for it: `place` stands for the boot of the host and the numbering of
 * processes.
 */
interface Owner {
  readonly pid: number;
  /** Clock ticks from the host's start to the process's. */
  readonly startTicks: number;
  readonly place: string;
}

const prefix = 'qemu-driver-test-';
const pattern = new RegExp(`^${prefix}([0-9a-z]+)\\.([0-9a-z]+)\\.([0-9a-z]{4})\\.[\\w-]+$`);

/** How the names of what this process owns begin; what follows makes each another. */
export function ownedPrefix(): string {
  const { pid, startTicks, place } = self();
  return `${prefix}${pid.toString(36)}.${startTicks.toString(36)}.${place}.`;
}

let known: Owner | undefined;

function self(): Owner {
  known ??= { pid: process.pid, startTicks: statOf(process.pid)?.startTicks ?? 0, place: ownPlace() };
  return known;
}

/** Process numbers mean something only in one namespace, until the host goes down. */
function ownPlace(): string {
  const text = [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid')].join(' ');
  return (createHash('sha256').update(text).digest().readUInt32BE(0) % 36 ** 4).toString(36).padStart(4, '0');
}

/** What another user or another program made is left alone, as is what a living process owns. */
const limits = { names: 10_000, removals: 20, durationMs: 2000 };

/** No process of ours lives so long, wherever it runs: its longest timer is 25 days. */
const longestLifeMs = 30 * 24 * 60 * 60 * 1000;

const swept = new Set<string>();

/**
 * Removes what dead processes of this user left in a directory, once for each process and directory. A start takes away
 * only so much and for so long; the next one goes on. Links are not followed. What cannot be removed stays.
 */
export function sweepDead(directory: string): void {
  if (swept.has(directory)) return;
  swept.add(directory);
  const untilMs = performance.now() + limits.durationMs;
  let removals = 0;
  for (const name of namesIn(directory)) {
    if (removals >= limits.removals || performance.now() > untilMs) return;
    if (removeIfDead(directory, name)) removals++;
  }
}

function removeIfDead(directory: string, name: string): boolean {
  const owner = ownerIn(name);
  if (owner === undefined) return false;
  try {
    const path = join(directory, name);
    const info = lstatSync(path);
    if (info.uid !== process.geteuid?.() || !isDead(owner, info)) return false;
    if (info.isDirectory()) removeClaimed(directory, path);
    else if (info.isFile()) unlinkSync(path);
    return true;
  } catch (error) {
    // Another start was quicker, or it cannot be removed: neither is worth failing for.
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/** Under a name of ours first: of two starts one gets it, and if we are killed in the middle it is dead again. */
function removeClaimed(directory: string, path: string): void {
  const claimed = join(directory, `${ownedPrefix()}${secretToken()}`);
  renameSync(path, claimed);
  removeTree(claimed);
}

function isDead({ pid, startTicks, place }: Owner, { mtimeMs }: Stats): boolean {
  if (place !== self().place) return Date.now() - mtimeMs > longestLifeMs;
  const stat = statOf(pid);
  return stat?.startTicks !== startTicks || stat.state === 'Z' || stat.state === 'X';
}

function ownerIn(name: string): Owner | undefined {
  const [, pid, startTicks, place] = pattern.exec(name) ?? [];
  return pid === undefined || startTicks === undefined || place === undefined
    ? undefined
    : { pid: parseInt(pid, 36), startTicks: parseInt(startTicks, 36), place };
}

/** Undefined: there is no such process. The program's name comes first, in brackets, and may be anything: proc(5). */
function statOf(pid: number): { readonly state: string; readonly startTicks: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTicks: Number(fields[19]) };
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}

/** One that may not be looked at has nothing to sweep: whoever wants to make something there is told. */
function namesIn(directory: string): readonly string[] {
  const names: string[] = [];
  try {
    const opened = opendirSync(directory);
    try {
      for (let entry = opened.readSync(); entry !== null && names.length < limits.names; entry = opened.readSync())
        if (entry.name.startsWith(prefix)) names.push(entry.name);
    } finally {
      opened.closeSync();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return names;
}
