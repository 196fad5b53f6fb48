import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { stepsInside } from '../../bounds/bounds.ts';
import { isSystemError } from '../system-error.ts';

/** A path below a directory, written by somebody who need not own the files that it may lead to. */
export interface PlaceInside {
  /** May be reached through a link: whoever named it meant it so. */
  readonly directory: string;
  /** `.` is the directory itself. */
  readonly path: string;
}

export type ReadInside =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'nothing' }
  /** Why it was not read, as the rest of a sentence: `found …`. */
  | { readonly kind: 'refused'; readonly reason: string };

const { O_RDONLY, O_DIRECTORY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = constants;

/** Neither follows a link, nor waits for whoever writes into a pipe. */
export const openUntrusted = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

/**
 * The descriptor of what lies at a place; undefined for a path that leads out. Every name on the way is opened below
 * the directory that was opened before it, so nobody can put a link in between.
 * @throws SystemError
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

/** What an open descriptor stands for, as a path: the same file, whatever has become of its name. */
export function descriptorPath(descriptor: number): string {
  return `/proc/self/fd/${descriptor}`;
}

/** Names of the directories in a directory below another, sorted; of what is none, or lies behind a link, none. */
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

/** A whole plain file of at most so many bytes, as text. */
export function readWholeInside(place: PlaceInside, maxBytes: number): ReadInside {
  return readPlain(place, (descriptor, size): ReadInside => {
    if (size > maxBytes)
      return { kind: 'refused', reason: `a file of ${size} bytes, more than the ${maxBytes} that are read` };
    return { kind: 'text', text: readRange(descriptor, 0, size).toString('utf8'), bytes: size };
  });
}

/**
 * At most so many bytes of a plain file below a directory, as text; undefined when there is none at that path, or when
 * it is reached through a link or leads out of the directory.
 */
export function readTextInside(directory: string, path: string, maxBytes: number): string | undefined {
  return textOf(
    readPlain({ directory, path }, (descriptor, size) => asText(readRange(descriptor, 0, Math.min(size, maxBytes)))),
  );
}

/** The same from the end of the file, from the first whole line on. */
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
    if (descriptor === undefined) return { kind: 'refused', reason: 'a path that leads out of the directory' };
    const info = fstatSync(descriptor);
    return info.isFile()
      ? read(descriptor, info.size)
      : { kind: 'refused', reason: 'something else than a regular file' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return notRead(error.code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function notRead(code: string): ReadInside {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'nothing' };
  return { kind: 'refused', reason: notPlain.has(code) ? 'something else than a regular file' : code };
}

/** What the system says of a link, of a socket, of a device without a driver. */
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
