import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { chmod, opendir, rename, rm, rmdir, unlink } from 'node:fs/promises';
import { secretToken } from '../clock.ts';
import { isSystemError } from '../system-error.ts';

/**
 * Removes whatever is at a path, also what a guest made to be hard to remove: directories without permissions, names
 * that are no UTF-8, trees so deep that no path reaches their ground. A path with nothing there is fine.
 */
export function removeTree(path: string): void {
  try {
    // A process that is being killed can still finish one system call, hence the retries.
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}

/**
 * Lifts the directories of each directory to the top before it removes it: no path has more than two parts of the
 * guest's.
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

/** To be moved, a directory must be writable: its own entry for the one above it changes. */
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
 * Removes everything in a directory, a piece at a time, so that nobody waits for 50,000 entries: also what a guest made
 * to be hard to remove (no permissions, names that are no UTF-8, trees deeper than any path reaches). The directory
 * stays. Never throws what the file system says. Returns why something is left; undefined: nothing is.
 */
export async function emptyDirectory(path: string, limitMs: number): Promise<string | undefined> {
  const top = Buffer.from(path);
  const emptying = new Emptying(top, performance.now() + limitMs);
  try {
    await emptying.run();
    return undefined;
  } catch (error) {
    if (error instanceof OutOfTime) return `it was not empty after ${limitMs / 1000} s`;
    if (isSystemError(error)) return error.code === 'ENOENT' ? undefined : `${error.code} at ${error.syscall}`;
    throw error;
  }
}

class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

const lotSize = 64;

/**
 * Directories of directories are lifted to the top before they are emptied: no path has more than two parts of the
 * guest's.
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

  /** Takes a directory of the top away; what directories it has go to the top. */
  async #dissolve(directory: Buffer): Promise<void> {
    await chmod(directory, 0o700);
    while (await this.#clear(directory, (below) => this.#lift(below)));
    await rmdir(directory);
  }

  async #lift(directory: Buffer): Promise<void> {
    // To be moved, a directory must be writable: its own entry for the one above it changes.
    await chmod(directory, 0o700);
    await rename(directory, inside(this.#top, Buffer.from(`.lifted-${this.#lifted++}-${secretToken()}`)));
  }

  /** One pass over the entries as they were listed; tells whether there were any. */
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

/** As many at a time as are removed soon: the rest is listed when these are gone. */
const maxListed = 1000;

async function entriesOf(directory: Buffer): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  // Its types know of no names in bytes.
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

/**
 * A process that is being killed can still finish one system call: an entry more, or one that is another thing by now.
 */
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

/** One file, be it there or not. */
export async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true });
}

function inside(directory: Buffer, name: Buffer): Buffer {
  return Buffer.concat([directory, Buffer.from('/'), name]);
}
