import { closeSync, createReadStream, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { isSystemError } from '../system-error.ts';

/** The text of a file, or of standard input for `-`, piece by piece. Bytes that are not UTF-8 become U+FFFD. */
export async function readInput(
  name: string,
  onText: (text: string) => void,
): Promise<{ readonly kind: 'read' } | { readonly kind: 'unreadable'; readonly reason: string }> {
  const stream = name === '-' ? process.stdin : createReadStream(name, { highWaterMark: 256 * 1024 });
  stream.setEncoding('utf8');
  try {
    for await (const text of stream) onText(String(text));
    return { kind: 'read' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'unreadable', reason: error.message };
  }
}

/**
 * The beginning of a file as text, up to a size limit. Bytes that are not UTF-8 become U+FFFD. A missing file is empty.
 */
export function readTextFile(path: string, maxBytes: number): string {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
  try {
    return readUpTo(descriptor, maxBytes).toString('utf8');
  } finally {
    closeSync(descriptor);
  }
}

function readUpTo(descriptor: number, maxBytes: number): Buffer {
  const pieces: Buffer[] = [];
  const piece = Buffer.alloc(64 * 1024);
  for (let left = maxBytes; left > 0; ) {
    const length = readSync(descriptor, piece, 0, Math.min(piece.length, left), null);
    if (length === 0) break;
    pieces.push(Buffer.from(piece.subarray(0, length)));
    left -= length;
  }
  return Buffer.concat(pieces);
}

/**
 * The beginning of a text that a user names, which may be a pipe of the shell's, up to a size limit plus one byte that
 * shows that there is more. Undefined when it does not exist. @throws the system's error when it cannot be read
 */
export function readNamedText(path: string, maxBytes: number): string | undefined {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? undefined : readTextFile(path, maxBytes + 1);
}

/** The end of a file, up to a size limit, from the first complete line on; undefined when there is no such file. */
export function readTextTail(path: string, maxBytes: number): string | undefined {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    const buffer = Buffer.alloc(Math.min(size, maxBytes));
    const length = readSync(descriptor, buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.subarray(0, length).toString('utf8');
    return size > maxBytes ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    closeSync(descriptor);
  }
}
