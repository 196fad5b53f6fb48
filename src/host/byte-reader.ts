import type { Readable } from 'node:stream';
import { deferred, type Deferred } from './deferred.ts';

/** Reads exactly so many bytes at a time from a stream. While nobody takes, nothing more is read. */
export class ByteReader {
  readonly #stream: Readable;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #isEnded = false;
  #change: Deferred<undefined> = deferred();

  constructor(stream: Readable) {
    this.#stream = stream;
    stream.on('data', (chunk: Buffer) => {
      stream.pause();
      this.#held.push(chunk);
      this.#heldBytes += chunk.length;
      this.#tell();
    });
    for (const event of ['end', 'close', 'error']) {
      stream.once(event, () => {
        this.#isEnded = true;
        this.#tell();
      });
    }
  }

  /** Undefined: the stream ended before. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.#heldBytes < length) {
      if (this.#isEnded) return undefined;
      this.#stream.resume();
      await this.#change.promise;
    }
    const bytes = Buffer.concat(this.#held);
    this.#held = [bytes.subarray(length)];
    this.#heldBytes = bytes.length - length;
    return bytes.subarray(0, length);
  }

  #tell(): void {
    const told = this.#change;
    this.#change = deferred();
    told.resolve(undefined);
  }
}
