import { closeSync, constants } from 'node:fs';
import { type FileHandle, open, opendir } from 'node:fs/promises';
import { isSystemError } from '../system-error.ts';
import { descriptorPath, notPlain, openInside, openUntrusted, type PlaceInside } from './read-inside.ts';

export interface WalkLimits {
  /** Files, directories and others that are examined. */
  readonly entries: number;
  /** Directories below the place. */
  readonly depth: number;
  /** The length of a path below the place. */
  readonly pathBytes: number;
  /** Undefined: files are what they look like. */
  readonly notes?: FileNotes;
}

/** What whoever filled a place noted of its files, in a directory beside them: it is not one of its files. */
export interface FileNotes {
  /** Its name; a file's note has the file's name. */
  readonly directory: string;
  /** Of a note no more than that is read. */
  readonly maxBytes: number;
  /** Whether a note, in Latin-1, says that its file is a plain one. */
  readonly saysPlain: (note: string) => boolean;
}

/** An open file; it is closed when the next one is requested. */
export interface WalkedFile {
  readonly kind: 'file';
  readonly path: string;
  readonly descriptor: number;
  readonly sizeBytes: number;
}

/** Something that is not a plain file, or is not accessible, and why. */
interface LeftOut {
  readonly kind: 'left-out';
  readonly what: string;
}

export type Walked = WalkedFile | LeftOut;

/** An open directory on the way. Files deeper than any path reaches are opened relative to it. */
interface OpenDirectory {
  readonly handle: FileHandle;
  /** Empty for the place itself. */
  readonly path: string;
  /** The last one is next. */
  readonly names: Buffer[];
}

/**
 * The plain files below a place that an untrusted guest or job filled, ordered by name. No link is followed, and no
 * pipe is opened. Files that change meanwhile are read as they are when opened. A missing place is empty.
 */
export async function* walkUntrusted(place: PlaceInside, limits: WalkLimits): AsyncGenerator<Walked> {
  const way: OpenDirectory[] = [];
  let looksLeft = limits.entries;
  try {
    const start = await openStart(place, looksLeft);
    if (start === undefined) return;
    if ('what' in start) {
      yield start;
      return;
    }
    way.push(start);
    for (let directory = way.at(-1); directory !== undefined; directory = way.at(-1)) {
      const name = directory.names.pop();
      if (name === undefined) {
        way.pop();
        await directory.handle.close();
      } else if (isNotes(name, limits)) {
        continue;
      } else if (looksLeft-- <= 0) {
        yield { kind: 'left-out', what: `the rest: more than ${limits.entries} files and directories` };
        return;
      } else {
        const found = await lookAt(directory, name, { limits, depth: way.length, entriesLeft: looksLeft });
        if ('names' in found) way.push(found);
        else if (found.kind === 'left-out') yield found;
        else yield* openFor(found);
      }
    }
  } finally {
    for (const { handle } of way) await handle.close();
  }
}

type OpenFile = Omit<WalkedFile, 'descriptor'> & { readonly handle: FileHandle };

async function* openFor({ handle, path, sizeBytes }: OpenFile): AsyncGenerator<Walked> {
  try {
    yield { kind: 'file', path, descriptor: handle.fd, sizeBytes };
  } finally {
    await handle.close();
  }
}

async function openStart(place: PlaceInside, looks: number): Promise<OpenDirectory | LeftOut | undefined> {
  let descriptor: number | undefined;
  try {
    descriptor = openInside(place);
    if (descriptor === undefined) return leftOut('.', 'a path that leaves the directory');
    // A second descriptor for the same directory, which the promise API can close.
    const handle = await open(descriptorPath(descriptor), constants.O_RDONLY | constants.O_DIRECTORY);
    return await listed(handle, '', looks);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT'
      ? undefined
      : leftOut('.', notPlain.has(error.code) || error.code === 'ENOTDIR' ? 'not a directory' : error.code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

interface EntryLimits {
  readonly limits: WalkLimits;
  /** The depth of the directory that holds the name, counted from 1. */
  readonly depth: number;
  readonly entriesLeft: number;
}

async function lookAt(
  directory: OpenDirectory,
  name: Buffer,
  { limits, depth, entriesLeft: looksLeft }: EntryLimits,
): Promise<OpenDirectory | OpenFile | LeftOut> {
  const text = name.toString('utf8');
  const path = directory.path === '' ? text : `${directory.path}/${text}`;
  if (!Buffer.from(text).equals(name)) return leftOut(path, 'its name is not UTF-8');
  if (Buffer.byteLength(path) > limits.pathBytes)
    return leftOut(path, `its path is longer than ${limits.pathBytes} bytes`);
  let handle: FileHandle | undefined;
  try {
    handle = await open(below(directory.handle, name), openUntrusted);
    const info = await handle.stat();
    if (info.isDirectory())
      return depth > limits.depth
        ? await refuse(handle, path, `deeper than ${limits.depth} directories`)
        : await listed(handle, path, looksLeft);
    if (!info.isFile() || !(await isNotedPlain(directory.handle, name, limits.notes)))
      return await refuse(handle, path, 'not a regular file');
    return { kind: 'file', path, handle, sizeBytes: info.size };
  } catch (error) {
    await handle?.close();
    if (!isSystemError(error)) throw error;
    return leftOut(path, notPlain.has(error.code) ? 'not a regular file' : error.code);
  }
}

async function refuse(handle: FileHandle, path: string, reason: string): Promise<LeftOut> {
  await handle.close();
  return leftOut(path, reason);
}

function leftOut(path: string, reason: string): LeftOut {
  return { kind: 'left-out', what: `${shownPath(path)}: ${reason}` };
}

/** A guest chooses its names, and hundreds of long ones must not fill a page. */
function shownPath(path: string): string {
  return path.length <= 300 ? path : `${path.slice(0, 120)}…${path.slice(-160)}`;
}

/** Names as bytes, the first one last; one more than the limit shows that there are more. */
async function listed(handle: FileHandle, path: string, looks: number): Promise<OpenDirectory> {
  const names: Buffer[] = [];
  try {
    // The types only support names that are text.
    const opened = await opendir(descriptorPath(handle.fd), { encoding: 'buffer' as BufferEncoding });
    for await (const { name } of opened) {
      names.push(name as unknown as Buffer);
      if (names.length > looks + 1) break;
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  return { handle, path, names: names.sort((a, b) => Buffer.compare(b, a)) };
}

function isNotes(name: Buffer, { notes }: WalkLimits): boolean {
  return notes !== undefined && name.equals(Buffer.from(notes.directory));
}

/** A file of which nothing is noted is what it looks like. */
async function isNotedPlain(directory: FileHandle, name: Buffer, notes: FileNotes | undefined): Promise<boolean> {
  if (notes === undefined) return true;
  const handles: FileHandle[] = [];
  try {
    const noted = await open(below(directory, Buffer.from(notes.directory)), openUntrusted | constants.O_DIRECTORY);
    handles.push(noted);
    const note = await open(below(noted, name), openUntrusted);
    handles.push(note);
    const { buffer, bytesRead } = await note.read(Buffer.alloc(notes.maxBytes), 0, notes.maxBytes, 0);
    return notes.saysPlain(buffer.toString('latin1', 0, bytesRead));
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR' || notPlain.has(error.code)))
      return true;
    throw error;
  } finally {
    for (const handle of handles) await handle.close();
  }
}

function below({ fd }: FileHandle, name: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${descriptorPath(fd)}/`), name]);
}

export interface ListedFiles {
  /** Paths below the place, sorted by directory. */
  readonly files: readonly { readonly path: string; readonly sizeBytes: number }[];
  /** What is not a plain file, or is not accessible, and why. */
  readonly leftOut: readonly string[];
}

/** The plain files below a place that others filled. No link is followed. */
export async function listUntrusted(place: PlaceInside, limits: WalkLimits): Promise<ListedFiles> {
  const files: { readonly path: string; readonly sizeBytes: number }[] = [];
  const leftOut: string[] = [];
  for await (const found of walkUntrusted(place, limits)) {
    if (found.kind === 'file') files.push({ path: found.path, sizeBytes: found.sizeBytes });
    else leftOut.push(found.what);
  }
  return { files, leftOut };
}
