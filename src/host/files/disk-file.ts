import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';

/** A sparse file that represents a disk. Unwritten parts use no space and read as zeros. */
export interface DiskFile {
  readonly sizeBytes: number;
  /** Returns exactly the requested number of bytes. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  readonly write: (offset: number, bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The file is unlinked at once, so it disappears with its last user. @throws SystemError when the path exists */
export async function createDiskFile(path: string, sizeBytes: number): Promise<DiskFile> {
  const file = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL, 0o600);
  await unlink(path);
  await file.truncate(sizeBytes);
  return {
    sizeBytes,
    read: async (offset, length) => {
      const bytes = Buffer.alloc(length);
      for (let done = 0, more = 1; done < length && more > 0; done += more)
        more = (await file.read(bytes, done, length - done, offset + done)).bytesRead;
      return bytes;
    },
    write: async (offset, bytes) => {
      for (let done = 0; done < bytes.length; )
        done += (await file.write(bytes, done, bytes.length - done, offset + done)).bytesWritten;
    },
    close: () => file.close(),
  };
}

/**
 * qcow2 by its magic number, otherwise raw. QEMU must never guess, because a guest can write the header of a raw disk.
 */
export function diskFormat(path: string): 'raw' | 'qcow2' {
  const descriptor = openSync(path, 'r');
  try {
    const magic = Buffer.alloc(4);
    readSync(descriptor, magic, 0, 4, 0);
    return magic.equals(Buffer.from('QFI\xfb', 'latin1')) ? 'qcow2' : 'raw';
  } finally {
    closeSync(descriptor);
  }
}

/** A file that is read in pieces, because debug information can be half a gigabyte. */
export interface OpenFile extends Disposable {
  readonly sizeBytes: number;
  /** The bytes in this range; fewer at the end of the file. */
  readonly read: (offset: number, lengthBytes: number) => Buffer;
}

/** @throws the system's error when it cannot be opened */
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
