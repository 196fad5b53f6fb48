import { createHash } from 'node:crypto';
import { lstatSync, opendirSync, readFileSync, readlinkSync, renameSync, type Stats, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { secretToken } from '../clock.ts';
import { isSystemError } from '../system-error.ts';
import { removeTree } from './empty-directory.ts';

// Names that we create in shared places (TMPDIR, /dev/shm) contain their owner, so that a later start can recognise
// what a killed process left. The owner is in the name instead of a file, because then it is there from the first
// moment, even on a full disk.

/** Identifies a process, even if its number is reused: `place` stands for the host's boot and the PID namespace. */
interface Owner {
  readonly pid: number;
  /** Clock ticks from the host's boot to the start of the process. */
  readonly startTicks: number;
  readonly place: string;
}

const prefix = 'qemu-driver-test-';
const pattern = new RegExp(`^${prefix}([0-9a-z]+)\\.([0-9a-z]+)\\.([0-9a-z]{4})\\.[\\w-]+$`);

/** The prefix of names that belong to this process. Add a unique suffix. */
export function ownedPrefix(): string {
  const { pid, startTicks, place } = self();
  return `${prefix}${pid.toString(36)}.${startTicks.toString(36)}.${place}.`;
}

/** Whether a name was made by a process of ours. */
export function isOwnedName(name: string): boolean {
  return pattern.test(name);
}

let known: Owner | undefined;

function self(): Owner {
  known ??= { pid: process.pid, startTicks: statOf(process.pid)?.startTicks ?? 0, place: ownPlace() };
  return known;
}

/** Process numbers are valid only in one PID namespace, until the host reboots. */
function ownPlace(): string {
  const text = [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid')].join(' ');
  return (createHash('sha256').update(text).digest().readUInt32BE(0) % 36 ** 4).toString(36).padStart(4, '0');
}

/** Names of other users and programs are left alone, and so are those of living processes. */
const limits = { names: 10_000, removals: 20, durationMs: 2000 };

/** No process of ours lives that long: its longest timer is 25 days. */
const longestLifeMs = 30 * 24 * 60 * 60 * 1000;

const swept = new Set<string>();

/**
 * Removes what dead processes of this user left in a directory, once per process and directory. The work per start is
 * limited; the next start continues. Links are not followed. What cannot be removed stays.
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
    // Another start was faster, or it cannot be removed. Neither is worth a failure.
    if (!isSystemError(error)) throw error;
    return false;
  }
}

/**
 * Renames it to a name of ours first: only one of two starts succeeds, and if we are killed halfway, it is dead again.
 */
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

/**
 * Undefined: there is no such process. The program's name comes first, in brackets, and may contain anything: proc(5).
 */
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

/** An unreadable directory has nothing to remove. Creating something there will report the problem. */
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
