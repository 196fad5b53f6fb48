import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { stepsInside } from '../../bounds/bounds.ts';
import { isSystemError } from '../system-error.ts';

/** A path below a directory, given by somebody who may not own the files that it could lead to. */
export interface PlaceInside {
  /** May be reached through a link, because the person who named it meant that. */
  readonly directory: string;
  /** `.` is the directory itself. */
  readonly path: string;
}

export type ReadInside =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'nothing' }
  /** Why it was not read, as the end of a sentence: `found …`. */
  | { readonly kind: 'refused'; readonly reason: string };

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;

/** Follows no link, and does not wait for the writer of a pipe. */
export const openUntrusted = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

/**
 * Opens a place; undefined for a path that leads out. Every component is opened relative to the directory before it, so
 * nobody can slip a link in. @throws SystemError
 */
export function openInside({ directory, path }: PlaceInside): number | undefined {
  const steps = path === '.' ? [] : stepsInside(path);
  if (steps === undefined) return undefined;
  let descriptor = openSync(directory, O_RDONLY | O_DIRECTORY);
  for (const [index, step] of steps.entries()) {
    const parent = descriptor;
    try {
      descriptor = openSync(
        `${descriptorPath(parent)}/${step}`,
        openUntrusted | (index < steps.length - 1 ? O_DIRECTORY : 0),
      );
    } finally {
      closeSync(parent);
    }
  }
  return descriptor;
}

/** A path for an open descriptor. It is the same file, whatever happened to its name. */
export function descriptorPath(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}

/** The names of directories in a directory below another, sorted. Empty if it is not a directory, or behind a link. */
export function directoriesInside(place: PlaceInside): readonly string[] {
  let descriptor: number | undefined;
  try {
    descriptor = openInside(place);
    if (descriptor === undefined) return [];
    return readdirSync(descriptorPath(descriptor), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The text of a plain file, up to a size limit. */
export function readWholeInside(place: PlaceInside, maxBytes: number): ReadInside {
  return readPlain(place, (descriptor, size): ReadInside => {
    if (size > maxBytes) return { kind: 'refused', reason: `a file of ${size} bytes, over the limit of ${maxBytes}` };
    return { kind: 'text', text: readRange(descriptor, 0, size).toString('utf8'), bytes: size };
  });
}

/**
 * The beginning of a plain file below a directory as text, up to a size limit. Undefined when there is none at that
 * path, or when the path leads through a link or out of the directory.
 */
export function readTextInside(directory: string, path: string, maxBytes: number): string | undefined {
  return textOf(
    readPlain({ directory, path }, (descriptor, size) => asText(readRange(descriptor, 0, Math.min(size, maxBytes)))),
  );
}

/** The end of such a file, from the first complete line on. */
export function readTailInside(directory: string, path: string, maxBytes: number): string | undefined {
  const read = readPlain({ directory, path }, (descriptor, size) => {
    const tail = asText(readRange(descriptor, Math.max(0, size - maxBytes), Math.min(size, maxBytes)));
    return size > maxBytes ? { ...tail, text: tail.text.slice(tail.text.indexOf('\n') + 1) } : tail;
  });
  return textOf(read);
}

function readPlain(place: PlaceInside, read: (descriptor: number, sizeBytes: number) => ReadInside): ReadInside {
  let descriptor: number | undefined;
  try {
    descriptor = openInside(place);
    if (descriptor === undefined) return { kind: 'refused', reason: 'a path that leaves the directory' };
    const info = fstatSync(descriptor);
    return info.isFile()
      ? read(descriptor, info.size)
      : { kind: 'refused', reason: 'something other than a regular file' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return notRead(error.code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function notRead(code: string): ReadInside {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'nothing' };
  return { kind: 'refused', reason: notPlain.has(code) ? 'something other than a regular file' : code };
}

/** The system's errors for a link, a socket, and a device without a driver. */
export const notPlain: ReadonlySet<string> = new Set(['ELOOP', 'ENXIO', 'ENODEV']);

function asText(bytes: Buffer): Extract<ReadInside, { kind: 'text' }> {
  return { kind: 'text', text: bytes.toString('utf8'), bytes: bytes.length };
}

function textOf(read: ReadInside): string | undefined {
  return read.kind === 'text' ? read.text : undefined;
}

function readRange(descriptor: number, offset: number, lengthBytes: number): Buffer {
  const buffer = Buffer.alloc(lengthBytes);
  let filled = 0;
  while (filled < lengthBytes) {
    const count = readSync(descriptor, buffer, filled, lengthBytes - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
