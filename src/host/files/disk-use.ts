import { existsSync, statfsSync } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { isSystemError } from '../system-error.ts';

const mebibyte = 1024 * 1024;

/** What a file system still takes. */
export interface SpaceLeft {
  /** For an unprivileged user. */
  readonly freeBytes: number;
  /** How many files can still be made; undefined: the file system has no such limit. */
  readonly freeFiles: number | undefined;
}

/** What can still be written at a path, or where it would be made. @throws SystemError */
export function spaceLeftAt(path: string): SpaceLeft {
  let existing = path;
  while (!existsSync(existing)) existing = dirname(existing);
  const { bavail, bsize, files, ffree } = statfsSync(existing);
  return { freeBytes: bavail * bsize, freeFiles: files === 0 ? undefined : ffree };
}

/** The same in MiB. */
export function freeMiB(path: string): number {
  return Math.floor(spaceLeftAt(path).freeBytes / mebibyte);
}

/** How much room there is: `12 MiB are free`. `neededBytes`: the least that has to fit. */
export function spaceLeftWords(place: string, neededBytes?: number): string {
  const { freeBytes, freeFiles } = spaceLeftAt(place);
  const needed = neededBytes === undefined ? '' : `, and at least ${Math.ceil(neededBytes / mebibyte)} MiB are needed`;
  if (freeFiles === 0) return `no more files can be made there (no inodes are free)${needed}`;
  return `${freeBytes < mebibyte ? `${freeBytes} bytes` : `${Math.floor(freeBytes / mebibyte)} MiB`} are free${needed}`;
}

/** Where programs put their temporary files. */
export function temporaryPlace(): string {
  return tmpdir();
}

/** What something takes of a disk. */
export interface DiskUse {
  /** Really taken: a file with holes counts without them. */
  readonly bytes: number;
  /** Files, directories and all else, also what could not be looked at. */
  readonly entries: number;
  /** Why there is more than was counted; undefined: all was. */
  readonly unseen: 'too many entries' | 'too deep' | 'out of time' | undefined;
}

export interface LookLimits {
  readonly entries: number;
  /** Directories one in the other. */
  readonly depth: number;
  readonly timeMs: number;
}

/** A look that nobody waits for any more ends at once. */
export type IsWanted = () => boolean;

/** So many are looked at together; between one lot and the next, everybody else gets a turn. */
const lotSize = 32;

/**
 * Of a file, or of a directory with everything below it; of nothing, nothing. Others may be writing: what has gone
 * meanwhile, or is something else by now, is not looked into. Never throws what the file system says of an entry.
 */
export async function diskUse(path: string, limits: LookLimits, isWanted: IsWanted = () => true): Promise<DiskUse> {
  const look = new Look(limits, isWanted);
  await look.take([Buffer.from(path)], 0);
  return look.found;
}

/** Names are bytes here: a guest's need not be UTF-8. */
class Look {
  readonly #limits: LookLimits;
  readonly #isWanted: IsWanted;
  readonly #deadlineMs: number;
  #bytes = 0;
  #entries = 0;
  #unseen: DiskUse['unseen'];

  constructor(limits: LookLimits, isWanted: IsWanted) {
    this.#limits = limits;
    this.#isWanted = isWanted;
    this.#deadlineMs = performance.now() + limits.timeMs;
  }

  get found(): DiskUse {
    return { bytes: this.#bytes, entries: this.#entries, unseen: this.#unseen };
  }

  /** All entries of one directory, a lot at a time; then what is below them. */
  async take(paths: readonly Buffer[], depth: number): Promise<void> {
    for (let start = 0; start < paths.length && this.#goesOn(); start += lotSize) {
      const directories = await Promise.all(paths.slice(start, start + lotSize).map((path) => this.#count(path)));
      for (const directory of directories) if (directory !== undefined) await this.#descend(directory, depth + 1);
    }
  }

  #goesOn(): boolean {
    if (this.#entries >= this.#limits.entries) this.#unseen ??= 'too many entries';
    else if (performance.now() > this.#deadlineMs) this.#unseen ??= 'out of time';
    return this.#unseen === undefined && this.#isWanted();
  }

  /** Returns the path where it is a directory. */
  async #count(path: Buffer): Promise<Buffer | undefined> {
    const info = await unlessRefused(() => lstat(path));
    if (info === 'gone') return undefined;
    this.#entries += 1;
    if (info === 'too deep') this.#unseen ??= 'too deep';
    if (typeof info === 'string') return undefined;
    this.#bytes += info.blocks * 512;
    return info.isDirectory() ? path : undefined;
  }

  async #descend(directory: Buffer, depth: number): Promise<void> {
    if (!this.#goesOn()) return;
    if (depth > this.#limits.depth) {
      this.#unseen = 'too deep';
      return;
    }
    const left = this.#limits.entries - this.#entries;
    const paths = await pathsIn(directory, left + 1);
    await this.take(paths.slice(0, left), depth);
    if (paths.length > left) this.#unseen ??= 'too many entries';
  }
}

async function pathsIn(directory: Buffer, atMost: number): Promise<readonly Buffer[]> {
  const paths: Buffer[] = [];
  await unlessRefused(async () => {
    // Its types know of no names in bytes.
    const opened = await opendir(directory, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
    for await (const { name } of opened as unknown as AsyncIterable<{ readonly name: Buffer }>) {
      paths.push(Buffer.concat([directory, Buffer.from('/'), name]));
      if (paths.length >= atMost) break;
    }
  });
  return paths;
}

type Refusal = 'gone' | 'too deep' | 'refused';

/** Between two looks a directory can become a file, or vanish. */
async function unlessRefused<T>(action: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENAMETOOLONG') return 'too deep';
    return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code) ? 'gone' : 'refused';
  }
}
