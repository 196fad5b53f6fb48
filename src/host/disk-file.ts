import { constants } from 'node:fs';
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
