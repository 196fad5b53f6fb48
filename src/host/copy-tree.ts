import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { descriptorPath, type PlaceInside } from './read-inside.ts';
import { isSystemError } from './system-error.ts';
import { walkUntrusted, type WalkedFile, type WalkLimits } from './walk-untrusted.ts';

export interface CopyLimits {
  readonly files: number;
  readonly bytes: number;
}

/** Of a whole tree. */
export interface TreeLimits extends CopyLimits, Omit<WalkLimits, 'entries'> {}

export interface CopyOutcome {
  /** Paths relative to the target. */
  readonly copied: readonly string[];
  /** What was not copied, and why; at most a hundred of them and how many more. */
  readonly leftOut: readonly string[];
}

/**
 * Copies what an untrusted guest or job left behind: plain files and directories only, never through a link, at most so
 * many, so large and so deep. What the file system refuses (a name in the way, a full disk) is left out, too.
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

/** What was left out, the first hundred in words. */
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

/** All of it or nothing: half a file would be taken for what the guest wrote. */
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
/** Directories and refused files cost time, too: so many entries are looked at for each file that may be copied. */
const looksPerFile = 10;
