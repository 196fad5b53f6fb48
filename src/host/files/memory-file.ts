import { closeSync, openSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretToken } from '../clock.ts';
import { CommandNotStarted, runCommand } from '../process/command.ts';
import { isSystemError } from '../system-error.ts';
import { freeMiB } from './disk-use.ts';
import { ownedPrefix, sweepDead } from './owned-name.ts';

/** A file without a name: it is gone with this process, however that ends, once nobody has it open any more. */
export interface MemoryFile extends Disposable {
  /** Under which other processes of this user can open it. */
  readonly path: string;
}

/** No file system has the room; the message says of each what it lacks. */
export class NoRoomForMemory extends Error {
  override readonly name = 'NoRoomForMemory';
}

const sharedMemory = '/dev/shm';
/** What others may need of a file system while we run. */
const reserveMiB = 64;

/**
 * A file of zeros in memory where there is room for it (containers often give 64 MiB), else on disk. All of it is
 * reserved at once: the file system could be full by the time a page is touched, and who touched it would be killed by
 * SIGBUS.
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

/** The file, or why there is none. */
async function tryToCreate(directory: string, sizeMiB: number): Promise<MemoryFile | string> {
  let file: MemoryFile | undefined;
  try {
    const free = freeMiB(directory);
    if (free < sizeMiB + reserveMiB) return `${free} MiB are free, and ${sizeMiB + reserveMiB} are wanted`;
    file = unnamedFile(directory);
    // From util-linux, as setpriv is; Node cannot do it. -x also does it where the file system cannot.
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
  // It has a name for a moment: killed in that, it is swept by the next.
  sweepDead(directory);
  const named = join(directory, `${ownedPrefix()}${secretToken()}`);
  const descriptor = openSync(named, 'wx+', 0o600);
  unlinkSync(named);
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
