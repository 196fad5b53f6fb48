import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Directory, FileContent, Link, LinkTarget, RegularFile, TreeEntry } from './file-tree.ts';

/**
 * The entry at `path`, or undefined. Lazy: directories are listed when their entries are used, and files are opened
 * when they are read. Links are resolved but never descended into.
 */
export function readTree(path: string): TreeEntry | undefined {
  const absolute = resolve(path);
  return readEntry(absolute, () => realpathSync(absolute));
}

function readEntry(path: string, realPathOf: () => string): TreeEntry | undefined {
  try {
    const stats = lstatSync(path);
    return stats.isSymbolicLink() ? readLink(path) : plainEntry(path, realPathOf(), stats);
  } catch (cause) {
    return leadsNowhere(cause) ? undefined : { kind: 'unreadable', path, reason: reasonOf(cause) };
  }
}

function readLink(path: string): Link {
  const text = readlinkSync(path);
  try {
    const resolvedPath = realpathSync(path);
    return { kind: 'link', path, text, resolvedPath, target: plainEntry(path, resolvedPath, statSync(resolvedPath)) };
  } catch (cause) {
    if (leadsNowhere(cause)) return { kind: 'link', path, text, resolvedPath: undefined, target: undefined };
    return {
      kind: 'link',
      path,
      text,
      resolvedPath: undefined,
      target: { kind: 'unreadable', path, reason: reasonOf(cause) },
    };
  }
}

function plainEntry(path: string, realPath: string, stats: Stats): LinkTarget {
  if (stats.isDirectory()) return directoryAt(path, realPath);
  if (stats.isFile()) return fileAt(path, realPath, stats);
  return { kind: 'other', path };
}

/** @throws the system's error when the directory cannot be listed; the caller reports it as unreadable */
function directoryAt(path: string, realPath: string): Directory {
  accessSync(realPath, constants.R_OK | constants.X_OK);
  let listed: ReadonlyMap<string, TreeEntry> | undefined;
  return {
    kind: 'directory',
    path,
    realPath,
    get entries() {
      return (listed ??= listDirectory(path, realPath));
    },
  };
}

function listDirectory(path: string, realPath: string): ReadonlyMap<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (const name of readdirSync(realPath).sort()) {
    const entryPath = join(path, name);
    const entry = readEntry(entryPath, () => join(realPath, name));
    entries.set(
      name,
      entry ?? { kind: 'unreadable', path: entryPath, reason: 'its name is not UTF-8, or it was deleted meanwhile' },
    );
  }
  return entries;
}

function fileAt(path: string, realPath: string, stats: Stats): RegularFile {
  return {
    kind: 'file',
    path,
    executable: (stats.mode & 0o111) !== 0,
    sizeBytes: stats.size,
    read: (limitBytes) => readHead(realPath, limitBytes),
  };
}

function readHead(realPath: string, limitBytes: number): FileContent {
  try {
    const descriptor = openSync(realPath, 'r');
    try {
      return readUpTo(descriptor, limitBytes);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    return { kind: 'unreadable', reason: reasonOf(cause) };
  }
}

/** Requests one byte more than the limit, to see whether there is more. */
function readUpTo(descriptor: number, limitBytes: number): FileContent {
  const buffer = new Uint8Array(limitBytes + 1);
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return { kind: 'bytes', bytes: buffer.slice(0, Math.min(filled, limitBytes)), complete: filled <= limitBytes };
}

function leadsNowhere(cause: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(codeOf(cause) ?? '');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it was deleted meanwhile',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EIO: 'input/output error',
  ENAMETOOLONG: 'the path is too long',
};

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === undefined) throw cause;
  return reasons[code] ?? code;
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
