import { constants, copyFileSync, lstatSync, mkdirSync, opendirSync, readFileSync, realpathSync, chmodSync } from 'node:fs';
import { join, sep } from 'node:path';

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
 * many and so large.
 */
export function copyUntrusted(source: string, target: string, limits: CopyLimits): CopyOutcome {
  const copied: string[] = [];
  const leftOut: string[] = [];
  let bytesLeft = limits.bytes;
  const take = (relative: string, depth: number): void => {
    const path = join(source, relative);
    const info = lstatSync(path, { throwIfNoEntry: false });
    if (info === undefined) {
      // It was listed a moment ago and nothing writes here any more: only its name cannot be spelt.
      leftOut.push(`${relative}: its name is not UTF-8`);
    } else if (info.isDirectory()) {
      if (depth > maxDepth) {
        leftOut.push(`${relative}: deeper than ${maxDepth} directories`);
        return;
      }
      for (const name of namesIn(path)) visit(join(relative, name), name, depth + 1);
    } else if (!info.isFile() || isMappedSpecial(path)) {
      leftOut.push(`${relative}: not a regular file`);
    } else if (copied.length >= limits.files) {
      leftOut.push(`${relative}: more than ${limits.files} files`);
    } else if (info.size > bytesLeft) {
      leftOut.push(`${relative}: ${info.size} bytes, over the limit of ${limits.bytes} in all`);
    } else {
      bytesLeft -= info.size;
      mkdirSync(join(target, relative, '..'), { recursive: true });
      copyFileSync(path, join(target, relative), constants.COPYFILE_FICLONE);
      chmodSync(join(target, relative), 0o644);
      copied.push(relative);
    }
  };
  const visit = (relative: string, name: string, depth: number): void => {
    if (name === metadataDirectory) return;
    if (leftOut.length < maxComplaints) take(relative, depth);
  };
  take('.', 0);
  return { copied, leftOut };
}

const maxDepth = 20;
const maxComplaints = 100;
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
