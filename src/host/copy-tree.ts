import { constants, copyFileSync, lstatSync, mkdirSync, opendirSync, readFileSync, realpathSync, chmodSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isSystemError } from './system-error.ts';

/**
 * Copies a file or directory of the author's, following links: they were checked to stay inside `boundary`, and are
 * checked again here, at the moment of use. The boundary itself may be reached through a link. Uses a copy-on-write clone where the file system has it.
 * @throws Error for a link that leaves the boundary, and for what cannot be read.
 */
export function copyInside(source: string, target: string, boundary: string): void {
  copyBelow(source, target, realpathSync(boundary));
}

function copyBelow(source: string, target: string, boundary: string): void {
  const real = realpathSync(source);
  if (real !== boundary && !real.startsWith(boundary + sep)) throw new Error(`${source} leads to ${real}, outside ${boundary}`);
  const info = lstatSync(real);
  if (info.isDirectory()) {
    mkdirSync(target, { recursive: true });
    for (const name of namesIn(real)) copyBelow(join(real, name), join(target, name), boundary);
  } else if (info.isFile()) {
    copyFileSync(real, target, constants.COPYFILE_FICLONE);
    chmodSync(target, info.mode & 0o777);
  }
}

export interface CopyLimits {
  readonly files: number;
  readonly bytes: number;
}

export interface CopyOutcome {
  /** Paths relative to the target. */
  readonly copied: readonly string[];
  /** What was not copied, and why. */
  readonly leftOut: readonly string[];
}

/**
 * Copies what an untrusted guest left behind: regular files and directories only, never through a link, at most so
 * many and so large. What the file system refuses (a path too long, a full disk) is left out, too.
 */
export function copyUntrusted(source: string, target: string, limits: CopyLimits): CopyOutcome {
  const copied: string[] = [];
  const leftOut: string[] = [];
  let bytesLeft = limits.bytes;
  let looksLeft = limits.files * looksPerFile;
  const visit = (relative: string, depth: number): void => {
    if (looksLeft-- <= 0 || leftOut.length >= maxComplaints) return;
    try {
      take(relative, depth);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      leftOut.push(`${relative}: ${error.code}`);
    }
  };
  const take = (relative: string, depth: number): void => {
    const path = join(source, relative);
    const info = lstatSync(path, { throwIfNoEntry: false });
    if (info === undefined) {
      // It was listed a moment ago and nothing writes here any more: only its name cannot be spelt.
      if (depth > 0) leftOut.push(`${relative}: its name is not UTF-8`);
    } else if (info.isDirectory()) {
      if (depth > maxDepth) leftOut.push(`${relative}: deeper than ${maxDepth} directories`);
      else for (const name of namesIn(path)) if (name !== metadataDirectory) visit(join(relative, name), depth + 1);
    } else {
      const refusal = info.isFile() && !isMappedSpecial(path) ? tooMuch(info.size) : 'not a regular file';
      if (refusal === undefined) copy(relative, info.size);
      else leftOut.push(`${relative}: ${refusal}`);
    }
  };
  const tooMuch = (size: number): string | undefined =>
    copied.length >= limits.files ? `more than ${limits.files} files` : size > bytesLeft ? `${size} bytes, over the limit of ${limits.bytes} in all` : undefined;
  const copy = (relative: string, size: number): void => {
    copyPlain(join(source, relative), join(target, relative));
    bytesLeft -= size;
    copied.push(relative);
  };
  visit('.', 0);
  if (looksLeft < 0) leftOut.push(`the rest: more than ${limits.files * looksPerFile} files and directories`);
  return { copied, leftOut };
}

/** All of it or nothing: half a file would be taken for what the guest wrote. */
function copyPlain(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    copyFileSync(source, target, constants.COPYFILE_FICLONE);
    chmodSync(target, 0o644);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

const maxDepth = 20;
const maxComplaints = 100;
/** Directories and refused files cost time, too: so many entries are looked at for each file that may be copied. */
const looksPerFile = 10;
/** Where QEMU's mapped-file model keeps what the guest believes of a file's type and owner. */
const metadataDirectory = '.virtfs_metadata';
const fileTypeMask = 0o170000;
const regularFile = 0o100000;

/** What is a link or a device in the guest is a plain file here, with its type written beside it. */
function isMappedSpecial(path: string): boolean {
  const name = path.slice(path.lastIndexOf(sep) + 1);
  const mode = /^virtfs\.mode=(\d+)$/m.exec(readIfThere(join(path, '..', metadataDirectory, name)))?.[1];
  return mode !== undefined && (Number(mode) & fileTypeMask) !== regularFile;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function namesIn(directory: string): string[] {
  const names: string[] = [];
  const opened = opendirSync(directory);
  try {
    for (let entry = opened.readSync(); entry !== null; entry = opened.readSync()) names.push(entry.name);
  } finally {
    opened.closeSync();
  }
  return names.sort();
}
