import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A path that is too long, or a loop of links, leads nowhere either. Paths may come from strangers. */
const nowhere: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);

/** The kind of file at a path; links are followed. @throws the system's error when access is denied */
export function kindOfFile(path: string): 'file' | 'directory' | 'other' | 'nothing' {
  try {
    const info = statSync(path);
    return info.isFile() ? 'file' : info.isDirectory() ? 'directory' : 'other';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== undefined && nowhere.has(code)) return 'nothing';
    throw error;
  }
}

export interface FileIn {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

/** The contents of a directory, sorted by name; links are not followed. A missing directory has no contents. */
export function filesIn(directory: string): FileIn[] {
  if (lstatSync(directory, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(directory, { withFileTypes: true })
    .map(
      (entry): FileIn => ({
        name: entry.name,
        kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other',
      }),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Regular files below a directory, as relative paths, sorted; links are not followed. */
export function filesBelow(directory: string, prefix = ''): string[] {
  return filesIn(join(directory, prefix)).flatMap(({ name, kind }) =>
    kind === 'directory' ? filesBelow(directory, join(prefix, name)) : kind === 'file' ? [join(prefix, name)] : [],
  );
}

export function readWholeFile(path: string): Buffer {
  return readFileSync(path);
}

/** The content of a text file; undefined when it does not exist. */
export function readTextIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The path with every link resolved. */
export function realPath(path: string): string {
  return realpathSync(path);
}

/**
 * The same for a path that need not exist: links are resolved as far as possible. A part that cannot be accessed is
 * kept; the caller reports the error.
 */
export function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && path !== dirname(path);
    return isMissing ? join(realPlace(dirname(path)), basename(path)) : path;
  }
}

/**
 * Distinguishes a file from all others, and from itself after a change, without reading it; undefined: there is no
 * file.
 */
export function fileIdentity(path: string): string | undefined {
  const info = statSync(path, { throwIfNoEntry: false, bigint: true });
  return info?.isFile() === true ? [info.dev, info.ino, info.size, info.mtimeNs].join(' ') : undefined;
}

/** When a file or directory was last changed, in milliseconds since 1970; 0: it does not exist. */
export function changedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** What the files of a directory really take of the disk: holes count for nothing, nor what is removed meanwhile. */
export function bytesOnDisk(directory: string): number {
  return filesBelow(directory).reduce((sum, name) => {
    const file = lstatSync(join(directory, name), { throwIfNoEntry: false });
    return sum + (file?.blocks ?? 0) * 512;
  }, 0);
}

/** In bytes. */
export function fileSize(path: string): number {
  return lstatSync(path).size;
}

/** Whether one file can have a name below both, as far as the file system allows it. */
export function isOnOneFileSystem(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}

/** Whether two paths lead to the same file. A missing file is not the same as any. */
export function isSameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}
