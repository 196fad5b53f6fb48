import { constants, lstatSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, open, readdir, readlink, realpath, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { isSystemError } from '../system-error.ts';
import { hardLink } from './file-changes.ts';
import { descriptorPath, openUntrusted, type PlaceInside } from './read-inside.ts';
import { type WalkedFile, type WalkLimits, walkUntrusted } from './walk-untrusted.ts';

/** Links the same tree to a second path: directories are created, links copied, files hard-linked if possible. */
export function linkTree(from: string, to: string): void {
  const info = lstatSync(from);
  if (info.isDirectory()) {
    mkdirSync(to, { recursive: true, mode: info.mode & 0o777 });
    for (const name of readdirSync(from)) linkTree(join(from, name), join(to, name));
  } else if (info.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else {
    hardLink(from, to);
  }
}

/** A file of the author's can no longer be copied, although it was fine when it was checked. */
export class CannotCopy extends Error {
  override readonly name = 'CannotCopy';
}

export interface SuiteLimits {
  readonly bytes: number;
  readonly entries: number;
  /** Depth of nested directories. */
  readonly depth: number;
}

/** What was copied so far. */
export interface CopiedSize {
  readonly bytes: number;
  /** Files and directories. */
  readonly entries: number;
}

/** Copies files and directories of the author's one after the other, in pieces, with a limit for all together. */
export class TreeCopier {
  readonly #limits: SuiteLimits;
  #bytes = 0;
  #entries = 0;

  constructor(limits: SuiteLimits) {
    this.#limits = limits;
  }

  get size(): CopiedSize {
    return { bytes: this.#bytes, entries: this.#entries };
  }

  /**
   * Follows links: they were checked to stay inside `boundary`, and are checked again here, at the time of use. The
   * boundary itself may be reached through a link. Uses a copy-on-write clone if possible. @throws CannotCopy for a
   * link that leaves the boundary, and when a limit is exceeded @throws SystemError
   */
  async copyInside(source: string, target: string, boundary: string): Promise<void> {
    await this.#copy({ source, target, depth: 0 }, await realpath(boundary));
  }

  async #copy(
    { source, target, depth }: { readonly source: string; readonly target: string; readonly depth: number },
    boundary: string,
  ): Promise<void> {
    const real = await realpath(source);
    checkInside(source, real, boundary);
    const info = await lstat(real);
    this.#count(source, info.isFile() ? info.size : 0, depth);
    if (info.isDirectory()) {
      await mkdir(target, { recursive: true });
      for (const name of (await readdir(real)).sort())
        await this.#copy({ source: join(real, name), target: join(target, name), depth: depth + 1 }, boundary);
    } else if (info.isFile()) {
      await copyOpened({ source, real, target }, boundary);
    }
  }

  #count(source: string, size: number, depth: number): void {
    this.#bytes += size;
    this.#entries += 1;
    const { bytes, entries, depth: maxDepth } = this.#limits;
    if (depth > maxDepth) throw new CannotCopy(`${source}: expected at most ${maxDepth} nested directories`);
    if (this.#entries > entries)
      throw new CannotCopy(`${source}: expected at most ${entries} files in a test, including data/ and lib/`);
    if (this.#bytes > bytes)
      throw new CannotCopy(`${source}: expected at most ${bytes / 1024 ** 2} MiB in a test, including data/ and lib/`);
  }
}

function checkInside(source: string, real: string, boundary: string): void {
  if (real === boundary || real.startsWith(boundary + sep)) return;
  throw new CannotCopy(`${source} leads to ${real}, outside ${boundary}`);
}

interface FileCopy {
  readonly source: string;
  /** The path without links, when it was checked. */
  readonly real: string;
  readonly target: string;
}

/** The opened file is checked again, and only that is copied, because a link may have replaced the file meanwhile. */
async function copyOpened({ source, real, target }: FileCopy, boundary: string): Promise<void> {
  const handle = await open(real, openUntrusted);
  try {
    const opened = descriptorPath(handle.fd);
    checkInside(source, await readlink(opened), boundary);
    await copyFile(opened, target, constants.COPYFILE_FICLONE);
    await chmod(target, (await handle.stat()).mode & 0o777);
  } finally {
    await handle.close();
  }
}

export interface CopyLimits {
  readonly files: number;
  readonly bytes: number;
}

/** Limits for a whole tree. */
export interface TreeLimits extends CopyLimits, Omit<WalkLimits, 'entries'> {}

export interface CopyOutcome {
  /** Paths relative to the target. */
  readonly copied: readonly string[];
  /** What was not copied, and why: at most a hundred entries, and the number of others. */
  readonly leftOut: readonly string[];
}

/**
 * Copies what an untrusted guest or job left: only plain files and directories, never through a link, with limits on
 * number, size and depth. What the file system refuses (a name conflict, a full disk) is left out, too.
 */
export async function copyUntrusted(source: PlaceInside, target: string, limits: TreeLimits): Promise<CopyOutcome> {
  const copied: string[] = [];
  const complaints = new Complaints();
  let bytesLeft = limits.bytes;
  let made: string | undefined;
  const take = async ({ path, descriptor, sizeBytes }: WalkedFile): Promise<void> => {
    const directory = dirname(join(target, path));
    if (directory !== made) await mkdir(directory, { recursive: true });
    made = directory;
    await copyPlain(descriptor, join(target, path));
    bytesLeft -= sizeBytes;
    copied.push(path);
  };
  for await (const found of walkUntrusted(source, { ...limits, entries: limits.files * looksPerFile })) {
    if (found.kind === 'left-out') complaints.add(found.what);
    else if (copied.length >= limits.files) complaints.add(`${found.path}: more than ${limits.files} files`);
    else if (found.sizeBytes > bytesLeft)
      complaints.add(`${found.path}: ${found.sizeBytes} bytes, over the limit of ${limits.bytes} in all`);
    else await take(found).catch((error: unknown) => complaints.addRefusal(found.path, error));
  }
  return { copied, leftOut: complaints.all() };
}

/** What was left out; the first hundred are listed. */
class Complaints {
  readonly #said: string[] = [];
  #more = 0;

  add(what: string): void {
    if (this.#said.length < maxComplaints) this.#said.push(what);
    else this.#more++;
  }

  addRefusal(path: string, error: unknown): void {
    if (!isSystemError(error)) throw error;
    this.add(`${path}: ${error.code}`);
  }

  all(): readonly string[] {
    return this.#more === 0 ? this.#said : [...this.#said, `and ${this.#more} more`];
  }
}

/** All or nothing: half a file would be mistaken for the guest's output. */
async function copyPlain(descriptor: number, target: string): Promise<void> {
  try {
    await copyFile(descriptorPath(descriptor), target, constants.COPYFILE_FICLONE);
    await chmod(target, 0o644);
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
}

const maxComplaints = 100;
/**
 * Directories and refused files cost time, too. This limits the entries that are examined per file that may be copied.
 */
const looksPerFile = 10;
