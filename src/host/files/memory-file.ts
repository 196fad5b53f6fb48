import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretToken } from '../clock.ts';
import { CommandNotStarted, runCommand } from '../process/command.ts';
import { isSystemError } from '../system-error.ts';
import { freeMiB } from './disk-use.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/** An unnamed file. It disappears with this process and its last user, however they end. */
export interface MemoryFile extends Disposable {
  /** The path for other processes of this user. */
  readonly path: string;
}

/** No file system has enough room. The message says what each one lacks. */
export class NoRoomForMemory extends Error {
  override readonly name = 'NoRoomForMemory';
}

/** A file system in memory. Containers often have 64 MiB there. */
export const sharedMemory = '/dev/shm';
/** Space that is left for others. */
const reserveMiB = 64;

/** The free space that a file of this size needs. */
export function roomForMiB(sizeMiB: number): number {
  return sizeMiB + reserveMiB;
}

/**
 * A file of zeros, in memory if there is room, otherwise on disk. All of it is reserved
 * at once: otherwise the file system could be full when a page is touched, and that would kill the process by SIGBUS.
 * @throws NoRoomForMemory
 */
export async function createMemoryFile(
  sizeMiB: number,
  directories: readonly string[] = [sharedMemory, tmpdir()],
): Promise<MemoryFile> {
  const complaints: string[] = [];
  for (const directory of directories) {
    const made = await tryToCreate(directory, Math.ceil(sizeMiB));
    if (typeof made !== 'string') return made;
    complaints.push(`${directory}: ${made}`);
  }
  throw new NoRoomForMemory(`no room for ${Math.ceil(sizeMiB)} MiB of memory in a file: ${complaints.join('; ')}`);
}

/** The file, or why it could not be created. */
async function tryToCreate(directory: string, sizeMiB: number): Promise<MemoryFile | string> {
  let file: MemoryFile | undefined;
  try {
    const free = freeMiB(directory);
    if (free < roomForMiB(sizeMiB)) return `expected ${roomForMiB(sizeMiB)} MiB of free space, found ${free}`;
    file = unnamedFile(directory);
    // From util-linux, like setpriv; Node cannot do it. -x works even where the file system has no fallocate.
    const { exitCode, output } = await runCommand(['fallocate', '-x', '-l', `${sizeMiB}MiB`, file.path]);
    if (exitCode === 0) return file;
    file[Symbol.dispose]();
    return output.trim();
  } catch (error) {
    file?.[Symbol.dispose]();
    if (!isSystemError(error) && !(error instanceof CommandNotStarted)) throw error;
    return error.message;
  }
}

function unnamedFile(directory: string): MemoryFile {
  // The file has a name for a moment. If we are killed then, the next start removes it.
  sweepDead(directory);
  const named = join(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync(named, 'wx+', 0o600);
  unlinkSync(named);
  return held(descriptor);
}

/** An unnamed file on disk with this content. @throws the system's error when there is no room */
export function unnamedFileWith(content: Uint8Array, directory = tmpdir()): MemoryFile {
  sweepDead(directory);
  const named = join(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync(named, 'wx+', 0o600);
  unlinkSync(named);
  writeSync(descriptor, content);
  return held(descriptor);
}

/**
 * A file that stays what it is while this process has it open, whoever removes or replaces it. @throws the system's
 * error when it cannot be opened.
 */
export function openedFile(path: string): MemoryFile {
  return held(openSync(path, 'r'));
}

function held(descriptor: number): MemoryFile {
  return { path: `/proc/${process.pid}/fd/${descriptor}`, [Symbol.dispose]: () => closeSync(descriptor) };
}
