import { openSync, writeSync, closeSync } from 'node:fs';

export interface LogLimits {
  /** Bytes that are kept from the beginning. */
  readonly headBytes: number;
  /** Bytes that are kept from the end, when there is more than the head. */
  readonly tailBytes: number;
}

/**
 * A log file that a flood cannot fill: its head is written as it comes, of the rest the tail is held in memory and
 * written at the end, with a line between them that says how much is missing.
 */
export class CappedLog {
  readonly #descriptor: number;
  readonly #limits: LogLimits;
  #headLeft: number;
  #tail: Buffer[] = [];
  #tailLength = 0;
  #leftOut = 0;
  #announced = 0;
  #closed = false;

  constructor(path: string, limits: LogLimits) {
    this.#descriptor = openSync(path, 'w', 0o644);
    this.#limits = limits;
    this.#headLeft = limits.headBytes;
  }

  /** Bytes that are in no file. */
  get leftOutBytes(): number {
    return this.#leftOut;
  }

  write(chunk: Buffer): void {
    const head = chunk.subarray(0, this.#headLeft);
    this.#headLeft -= head.length;
    if (head.length > 0) writeAll(this.#descriptor, head);
    if (head.length < chunk.length) this.#keepTail(chunk.subarray(head.length));
  }

  /** What is happening now is worth keeping: the tail so far and this many more bytes go to the file. */
  grant(bytes: number): void {
    if (this.#headLeft > 0) return;
    this.#flushTail();
    this.#headLeft = bytes;
  }

  /** Writes the tail and closes the file. Safe to call again. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#flushTail();
    closeSync(this.#descriptor);
  }

  #keepTail(piece: Buffer): void {
    // A copy: the stream's chunk may be a slice of a much larger buffer.
    this.#tail.push(Buffer.from(piece));
    this.#tailLength += piece.length;
    for (let first = this.#tail[0]; first !== undefined && this.#tailLength - first.length >= this.#limits.tailBytes; first = this.#tail[0]) {
      this.#tail.shift();
      this.#tailLength -= first.length;
      this.#leftOut += first.length;
    }
  }

  #flushTail(): void {
    if (this.#leftOut > this.#announced) {
      writeAll(this.#descriptor, Buffer.from(`\n[qemu-driver-test: ${this.#leftOut - this.#announced} bytes left out here]\n`));
      this.#announced = this.#leftOut;
    }
    for (const piece of this.#tail) writeAll(this.#descriptor, piece);
    this.#tail = [];
    this.#tailLength = 0;
  }

}

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
}
