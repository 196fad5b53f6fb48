import { constants } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, open, readdir, readlink, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { descriptorPath, openUntrusted } from './read-inside.ts';

/** What the author brings can no longer be copied, though it could when it was checked. */
export class CannotCopy extends Error {
  override readonly name = 'CannotCopy';
}

export interface TreeLimits {
  readonly bytes: number;
  readonly entries: number;
  /** Directories one in the other. */
  readonly depth: number;
}

/**
 * Copies files and directories of the author's, one after the other and a piece at a time, up to a limit for all
 * together.
 */
export class TreeCopier {
  readonly #limits: TreeLimits;
  #bytes = 0;
  #entries = 0;

  constructor(limits: TreeLimits) {
    this.#limits = limits;
  }

  /**
   * Links are followed: they were checked to stay inside `boundary`, and are checked again here, at the moment of use.
   * The boundary itself may be reached through a link. Uses a copy-on-write clone where the file system has it.
   * @throws CannotCopy for a link that leaves the boundary, and for what is too much; SystemError.
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
    if (depth > maxDepth)
      throw new CannotCopy(`${source} lies deeper than ${maxDepth} directories; a test's files may not`);
    if (this.#entries > entries)
      throw new CannotCopy(`${source}: a test may bring ${entries} files at most, with its data/`);
    if (this.#bytes > bytes)
      throw new CannotCopy(`${source}: a test's files may take ${bytes / 1024 ** 2} MiB at most, with its data/`);
  }
}

function checkInside(source: string, real: string, boundary: string): void {
  if (real === boundary || real.startsWith(boundary + sep)) return;
  throw new CannotCopy(`${source} leads to ${real}, outside ${boundary}`);
}

interface FileCopy {
  readonly source: string;
  /** Without links when it was looked at. */
  readonly real: string;
  readonly target: string;
}

/** What is open is looked at again, and nothing else copied: meanwhile a link may have taken the file's place. */
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
