import { existsSync, statfsSync } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { isSystemError } from '../system-error.ts';

const mebibyte = 1024 * 1024;

/** The free space of a file system. */
export interface SpaceLeft {
  /** For an unprivileged user. */
  readonly freeBytes: number;
  /** The number of files that can still be created; undefined: no such limit. */
  readonly freeFiles: number | undefined;
}

/** The free space at a path, which need not exist yet. @throws SystemError */
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

/** The free space in words: `12 MiB are free`. `neededBytes`: the minimum that is needed. */
export function spaceLeftWords(place: string, neededBytes?: number): string {
  const { freeBytes, freeFiles } = spaceLeftAt(place);
  const needed = neededBytes === undefined ? '' : `, and at least ${Math.ceil(neededBytes / mebibyte)} MiB are needed`;
  if (freeFiles === 0) return `no more files can be made there (no inodes are free)${needed}`;
  return `${freeBytes < mebibyte ? `${freeBytes} bytes` : `${Math.floor(freeBytes / mebibyte)} MiB`} are free${needed}`;
}

/** The directory for temporary files. */
export function temporaryPlace(): string {
  return tmpdir();
}

/** Disk usage. */
export interface DiskUse {
  /** Allocated bytes: holes do not count. */
  readonly bytes: number;
  /** All entries: files, directories and others, including those that could not be examined. */
  readonly entries: number;
  /** Why the count is incomplete; undefined: it is complete. */
  readonly unseen: 'too many entries' | 'too deep' | 'out of time' | undefined;
}

export interface LookLimits {
  readonly entries: number;
  /** Depth of nested directories. */
  readonly depth: number;
  readonly timeMs: number;
}

/** Whether the result is still needed. If not, counting stops. */
export type IsWanted = () => boolean;

/** The number of entries examined together. Other tasks get a turn in between. */
const lotSize = 32;

/**
 * The disk usage of a file, or of a directory with everything below it; zero if it does not exist. Others may be
 * writing: entries that disappeared or changed meanwhile are skipped. Errors of the file system are never thrown.
 */
export async function diskUse(path: string, limits: LookLimits, isWanted: IsWanted = () => true): Promise<DiskUse> {
  const look = new DiskUseCount(limits, isWanted);
  await look.take([Buffer.from(path)], 0);
  return look.found;
}

/** Names are bytes here, because a guest's need not be UTF-8. */
class DiskUseCount {
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

  /** Counts the entries of one directory in batches, then those below them. */
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

  /** Returns the path if it is a directory. */
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
    // The types do not support names as bytes.
    const opened = await opendir(directory, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
    for await (const { name } of opened as unknown as AsyncIterable<{ readonly name: Buffer }>) {
      paths.push(Buffer.concat([directory, Buffer.from('/'), name]));
      if (paths.length >= atMost) break;
    }
  });
  return paths;
}

type Refusal = 'gone' | 'too deep' | 'refused';

/** A directory may change into a file, or disappear, between two calls. */
async function unlessRefused<T>(action: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await action();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (error.code === 'ENAMETOOLONG') return 'too deep';
    return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(error.code) ? 'gone' : 'refused';
  }
}
