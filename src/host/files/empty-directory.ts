import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { chmod, opendir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { secretToken } from '../clock.ts';
import { isSystemError } from '../system-error.ts';

/**
 * Removes whatever is at a path, even if a guest made that hard: directories without permissions, names that are not
 * UTF-8, trees deeper than any path. A missing path is fine.
 */
export function removeTree(path: string): void {
  try {
    // A process that is being killed may still finish one system call, hence the retries.
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}

/**
 * Moves the sub-directories of each directory to the top before removing it. So no path has more than two components of
 * the guest's.
 */
function removeDirectory(top: Buffer): void {
  chmodSync(top, 0o700);
  let lifted = 0;
  for (let entries = entriesAtOnce(top); entries.length > 0; entries = entriesAtOnce(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync(entry.path, 0o700);
      for (const below of entriesAtOnce(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}

/** Moving a directory needs write permission for it, because its `..` entry changes. */
function liftTo(path: Buffer, place: Buffer): void {
  chmodSync(path, 0o700);
  renameSync(path, place);
}

function entriesAtOnce(directory: Buffer): { readonly path: Buffer; readonly isDirectory: boolean }[] {
  return readdirSync(directory, { encoding: 'buffer', withFileTypes: true }).map((entry) => ({
    path: inside(directory, entry.name),
    isDirectory: entry.isDirectory(),
  }));
}

/**
 * Removes everything in a directory, piece by piece, so that 50,000 entries do not block the process. It copes with
 * whatever a guest did (no permissions, names that are not UTF-8, trees deeper than any path). The directory stays.
 * Errors of the file system are never thrown. Returns why something is left; undefined: nothing is.
 */
export async function emptyDirectory(path: string, limitMs: number): Promise<string | undefined> {
  const top = Buffer.from(path);
  const emptying = new Emptying(top, performance.now() + limitMs);
  try {
    await emptying.run();
    return undefined;
  } catch (error) {
    if (error instanceof OutOfTime) return `it was still not empty after ${limitMs / 1000} s`;
    if (isSystemError(error)) return error.code === 'ENOENT' ? undefined : `${error.code} at ${error.syscall}`;
    throw error;
  }
}

class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

const lotSize = 64;

/**
 * Sub-directories are moved to the top before they are emptied. So no path has more than two components of the guest's.
 */
class Emptying {
  readonly #top: Buffer;
  readonly #deadlineMs: number;
  #lifted = 0;

  constructor(top: Buffer, deadlineMs: number) {
    this.#top = top;
    this.#deadlineMs = deadlineMs;
  }

  async run(): Promise<void> {
    while (await this.#clear(this.#top, (directory) => this.#dissolve(directory)));
  }

  /** Removes a directory at the top. Its sub-directories move to the top. */
  async #dissolve(directory: Buffer): Promise<void> {
    await chmod(directory, 0o700);
    while (await this.#clear(directory, (below) => this.#lift(below)));
    await rmdir(directory);
  }

  async #lift(directory: Buffer): Promise<void> {
    // Moving a directory needs write permission for it, because its `..` entry changes.
    await chmod(directory, 0o700);
    await rename(directory, inside(this.#top, Buffer.from(`.lifted-${this.#lifted++}-${secretToken()}`)));
  }

  /** One pass over the listed entries. Returns whether there were any. */
  async #clear(directory: Buffer, clearDirectory: (path: Buffer) => Promise<void>): Promise<boolean> {
    const entries = await entriesOf(directory);
    for (let start = 0; start < entries.length; start += lotSize) {
      if (performance.now() > this.#deadlineMs) throw new OutOfTime();
      const lot = entries.slice(start, start + lotSize);
      await Promise.all(
        lot.filter(({ isDirectory }) => !isDirectory).map(({ path }) => unlessGone(() => unlink(path))),
      );
      for (const { path } of lot.filter(({ isDirectory }) => isDirectory)) await unlessGone(() => clearDirectory(path));
    }
    return entries.length > 0;
  }
}

interface Entry {
  readonly path: Buffer;
  readonly isDirectory: boolean;
}

/** A limited number at a time; the rest is listed after these are removed. */
const maxListed = 1000;

async function entriesOf(directory: Buffer): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  // The types do not support names as bytes.
  const opened = await opendir(directory, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
  for await (const entry of opened as unknown as AsyncIterable<{
    readonly name: Buffer;
    readonly isDirectory: () => boolean;
  }>) {
    entries.push({ path: inside(directory, entry.name), isDirectory: entry.isDirectory() });
    if (entries.length >= maxListed) break;
  }
  return entries;
}

/** A process that is being killed may still finish one system call, so an entry can appear or change. */
async function unlessGone(action: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await action();
      return;
    } catch (error) {
      if (isSystemError(error) && error.code === 'ENOENT') return;
      if (!isSystemError(error) || attempt === 3 || !['ENOTEMPTY', 'EISDIR', 'EPERM', 'ENOTDIR'].includes(error.code))
        throw error;
    }
  }
}

/** Removes one file, which need not exist. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

function inside(directory: Buffer, name: Buffer): Buffer {
  return Buffer.concat([directory, Buffer.from('/'), name]);
}
