import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deferred, type Deferred } from '../deferred.ts';
import { isSystemError, type SystemError } from '../system-error.ts';
import { makeDirectory } from './scratch-directory.ts';

interface PendingText {
  readonly bytes: Buffer;
  readonly written: Deferred<SystemError | undefined>;
}

/**
 * A file for appending. A text is on the disk when `append` resolves, so it survives a kill and a power failure. Texts
 * from several callers are written together. An incomplete write is undone, so that the file ends with a complete text.
 */
export class AppendedFile {
  readonly #path: string;
  #file: FileHandle;
  readonly #pending: PendingText[] = [];
  #size = 0;
  #isWriting = false;

  private constructor(path: string, file: FileHandle) {
    this.#path = path;
    this.#file = file;
  }

  /** Creates or truncates the file. @throws SystemError */
  static async create(path: string): Promise<AppendedFile> {
    return new AppendedFile(path, await openNew(path));
  }

  /** Whether its path still refers to it. Deleting a file, or its directory, does not affect open descriptors. */
  async isInPlace(): Promise<boolean> {
    const own = await this.#file.stat();
    const there = await stat(this.#path).catch(() => undefined);
    return there?.ino === own.ino && there.dev === own.dev;
  }

  /** Writes its contents to its path again, and continues there. @throws SystemError; then nothing has changed */
  async putBack(): Promise<void> {
    makeDirectory(dirname(this.#path));
    const again = await openNew(this.#path);
    try {
      const piece = Buffer.alloc(pieceBytes);
      for (let done = 0; done < this.#size; ) {
        const { bytesRead } = await this.#file.read(piece, 0, Math.min(piece.length, this.#size - done), done);
        if (bytesRead === 0) throw new Error(`Internal error: ${this.#path} is shorter than what was written to it`);
        await writeAt(again, piece.subarray(0, bytesRead), done);
        done += bytesRead;
      }
      await again.datasync();
    } catch (error) {
      await again.close();
      throw error;
    }
    await this.#file.close();
    this.#file = again;
  }

  /**
   * Everything that was written, even if the file was renamed or deleted. Use it only if the file cannot be read by its
   * path.
   */
  async contents(): Promise<string> {
    const bytes = Buffer.alloc(this.#size);
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead).toString('utf8');
  }

  /** Appends a text. Resolves with the system's error, if there is one; it never rejects for that. */
  async append(text: string): Promise<SystemError | undefined> {
    const written = deferred<SystemError | undefined>();
    this.#pending.push({ bytes: Buffer.from(text), written });
    if (!this.#isWriting) void this.#writeAll();
    return await written.promise;
  }

  /** Call it after the last `append`. */
  async close(): Promise<void> {
    await this.#file.close();
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    for (let batch = this.#pending.splice(0); batch.length > 0; batch = this.#pending.splice(0)) {
      const error = await this.#write(Buffer.concat(batch.map(({ bytes }) => bytes))).catch((cause: unknown) =>
        cause instanceof Error ? cause : new Error(String(cause)),
      );
      for (const { written } of batch) {
        if (error === undefined || isSystemError(error)) written.resolve(error);
        else written.reject(error);
      }
    }
    this.#isWriting = false;
  }

  async #write(bytes: Buffer): Promise<undefined> {
    try {
      await writeAt(this.#file, bytes, this.#size);
      await this.#file.datasync();
      this.#size += bytes.length;
    } catch (error) {
      // Half a line must not stay, if the file system can still truncate. Otherwise the next text overwrites it.
      await this.#file.truncate(this.#size).catch(() => undefined);
      throw error;
    }
  }
}

const pieceBytes = 1024 * 1024;

async function openNew(path: string): Promise<FileHandle> {
  const file = await open(path, 'w+');
  // The name must survive a power failure, too.
  const directory = await open(dirname(path), 'r');
  await directory.sync().finally(() => directory.close());
  return file;
}

async function writeAt(file: FileHandle, bytes: Buffer, offset: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
  }
}
