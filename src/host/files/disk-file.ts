import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';

/** A file that stands for a disk. What was never written takes no room and reads as zeros. */
export interface DiskFile {
  readonly sizeBytes: number;
  /** As many bytes as were asked for. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
  readonly write: (offset: number, bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * The file loses its name at once, so that it is gone with whoever has it open. @throws SystemError when there is
 * something at the path already.
 */
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
 * qcow2 by its magic number, anything else is raw: QEMU must never guess, because a guest can write a raw disk's head.
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
