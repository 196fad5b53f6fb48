import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deferred, type Deferred } from './deferred.ts';
import { isSystemError, type SystemError } from './system-error.ts';

interface PendingText {
  readonly bytes: Buffer;
  readonly written: Deferred<SystemError | undefined>;
}

/**
 * A file that is only added to, and whose text is on the disk when `append` settles: it survives a kill and a power
 * cut. What several callers add at the same time goes to the disk together. What could not be written whole is taken
 * back, so that the file ends with a whole text.
 */
export class AppendedFile {
  readonly #file: FileHandle;
  readonly #pending: PendingText[] = [];
  #size = 0;
  #isWriting = false;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Makes the file, or empties it. @throws SystemError */
  static async create(path: string): Promise<AppendedFile> {
    const file = await open(path, 'w');
    // The name must survive a power cut, too.
    const directory = await open(dirname(path), 'r');
    await directory.sync().finally(() => directory.close());
    return new AppendedFile(file);
  }

  /** Adds a text. Settles with what went wrong, and never rejects for what the system refuses. */
  async append(text: string): Promise<SystemError | undefined> {
    const written = deferred<SystemError | undefined>();
    this.#pending.push({ bytes: Buffer.from(text), written });
    if (!this.#isWriting) void this.#writeAll();
    return await written.promise;
  }

  /** After the last `append` has settled. */
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
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await this.#file.write(bytes, done, bytes.length - done, this.#size + done);
        done += bytesWritten;
      }
      await this.#file.datasync();
      this.#size += bytes.length;
    } catch (error) {
      // Half a line must not stay, if the file system still lets us take it back; the next text overwrites it
      // otherwise.
      await this.#file.truncate(this.#size).catch(() => undefined);
      throw error;
    }
  }
}
