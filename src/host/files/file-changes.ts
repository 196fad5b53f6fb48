import {
  appendFileSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';

/** Writes, and waits if the reader is slow: until there is room, or the reader is gone. */
export async function writeFully(stream: Writable, data: string | Uint8Array): Promise<void> {
  if (stream.destroyed || stream.write(data)) return;
  const events = ['drain', 'close', 'error'];
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      for (const event of events) stream.off(event, settle);
      resolve();
    };
    for (const event of events) stream.on(event, settle);
  });
}

/** Renames within one file system. This is atomic. */
export function movePath(from: string, to: string): void {
  renameSync(from, to);
}

/** Writes a file, and creates missing directories. */
export function writeFileAt(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Writes a program that everybody may start, and creates missing directories. The path must be free. */
export function writeProgramAt(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o755, flag: 'wx' });
}

/** Writes a file that must not exist yet, and creates missing directories. @throws SystemError (EEXIST) */
export function createFileAt(path: string, content: string, isExecutable: boolean): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { flag: 'wx', mode: isExecutable ? 0o755 : 0o644 });
}

/** Longer ones are not written faster, and take more memory. */
const pieceCharacters = 64 * 1024;

/** Writes a file piece by piece. Together the pieces may exceed the longest string. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const descriptor = openSync(path, 'w');
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < pieceCharacters) continue;
      writeFileSync(descriptor, text);
      text = '';
    }
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Creates the directory of a file if it is missing. */
export function makeParent(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
}

/**
 * Copies one file with its permissions, and creates missing directories. Uses a clone if the file system supports it.
 */
export function copyFileTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
}

export function linkTo(target: string, path: string): void {
  symlinkSync(target, path);
}

/** Lets everybody run a file. */
export function makeExecutable(path: string): void {
  chmodSync(path, 0o755);
}

/** Removes set-user-id and set-group-id from a file. */
export function dropSetIdBits(path: string): void {
  const { mode } = lstatSync(path);
  if ((mode & 0o6000) !== 0) chmodSync(path, mode & 0o1777);
}

/** Sets the modification time of a file or directory. */
export function touch(path: string, now: Date): void {
  utimesSync(path, now, now);
}

/** Appends to a file, which is created if missing. */
export function appendToFile(path: string, content: string): void {
  appendFileSync(path, content);
}

/** A hard link on the same file system; otherwise a copy. */
export function hardLink(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK') throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}
