import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A file that is read in pieces: nobody needs half a gigabyte of debug information in memory. */
export interface OpenFile extends Disposable {
  readonly sizeBytes: number;
  /** What is there of these bytes: less than asked for at the file's end. */
  readonly read: (offset: number, lengthBytes: number) => Buffer;
}

/** @throws the system's error when it cannot be read. */
export function openForReading(path: string): OpenFile {
  const descriptor = openSync(path, 'r');
  return {
    sizeBytes: fstatSync(descriptor).size,
    read: (offset, lengthBytes) => readAt(descriptor, offset, lengthBytes),
    [Symbol.dispose]: () => closeSync(descriptor),
  };
}

function readAt(descriptor: number, offset: number, lengthBytes: number): Buffer {
  const { size } = fstatSync(descriptor);
  const buffer = Buffer.alloc(Math.max(0, Math.min(lengthBytes, size - offset)));
  let filled = 0;
  while (filled < buffer.length) {
    const count = readSync(descriptor, buffer, filled, buffer.length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return buffer.subarray(0, filled);
}
