import { closeSync, fstatSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** The last bytes of a stream, in a fixed buffer that is allocated on first use. */
export class ByteRing {
  readonly #capacity: number;
  #bytes: Buffer | undefined;
  /** The position of the next byte. */
  #next = 0;
  #length = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds bytes and returns how many older ones they displaced. */
  push(chunk: Buffer): number {
    this.#bytes ??= Buffer.alloc(this.#capacity);
    const kept = chunk.subarray(Math.max(0, chunk.length - this.#capacity));
    const first = kept.copy(this.#bytes, this.#next);
    kept.copy(this.#bytes, 0, first);
    this.#next = this.#capacity === 0 ? 0 : (this.#next + kept.length) % this.#capacity;
    const whole = this.#length + chunk.length;
    this.#length = Math.min(whole, this.#capacity);
    return whole - this.#length;
  }

  /** Removes and returns everything, oldest first. */
  take(): Buffer {
    if (this.#bytes === undefined) return Buffer.alloc(0);
    const start = this.#next - this.#length;
    const taken =
      start >= 0
        ? Buffer.from(this.#bytes.subarray(start, this.#next))
        : Buffer.concat([this.#bytes.subarray(start + this.#capacity), this.#bytes.subarray(0, this.#next)]);
    this.#length = 0;
    return taken;
  }
}

export interface LogLimits {
  /** Bytes that are kept from the beginning. */
  readonly headBytes: number;
  /** Bytes that are kept from the end, if there is more than the head. */
  readonly tailBytes: number;
  /** Bytes that grants may add in total. */
  readonly extraBytes: number;
}

/** The largest file that these limits allow, including the lines that mark gaps. */
export function largestLog({ headBytes, tailBytes, extraBytes }: LogLimits): number {
  return headBytes + tailBytes + extraBytes + 64 * 1024;
}

/**
 * A log file, with its directory, that a flood cannot fill. The head is written at once; the tail is kept in memory and
 * written at the end, after a line that says how much is missing. Nothing here throws: the first error of the file
 * system goes to `onFailure`, and nothing is written after it.
 */
export class CappedLog {
  readonly #path: string;
  readonly #descriptor: number | undefined;
  readonly #onFailure: (error: Error) => void;
  readonly #tail: ByteRing;
  #headLeft: number;
  #extraLeft: number;
  #leftOut = 0;
  #announced = 0;
  #isOpen = true;
  #usable = true;

  constructor(path: string, limits: LogLimits, onFailure: (error: Error) => void) {
    this.#path = path;
    this.#onFailure = onFailure;
    this.#tail = new ByteRing(limits.tailBytes);
    this.#headLeft = limits.headBytes;
    this.#extraLeft = limits.extraBytes;
    this.#descriptor = this.#attempt(() => {
      mkdirSync(dirname(path), { recursive: true });
      return openSync(path, 'w', 0o644);
    });
  }

  /** Bytes that are in no file. */
  get leftOutBytes(): number {
    return this.#leftOut;
  }

  /** After `close`, bytes only count as left out. */
  write(chunk: Buffer): void {
    if (!this.#usable) {
      this.#leftOut += chunk.length;
      return;
    }
    const head = chunk.subarray(0, this.#headLeft);
    this.#headLeft -= head.length;
    this.#append(head);
    if (head.length < chunk.length) this.#leftOut += this.#tail.push(chunk.subarray(head.length));
  }

  /** Current output matters: the tail so far and at least this many more bytes go to the file. */
  grant(bytes: number): void {
    const added = this.#tail.length + Math.max(0, bytes - this.#headLeft);
    if (!this.#usable || added === 0 || added > this.#extraLeft) return;
    this.#extraLeft -= added;
    this.#flushTail();
    this.#headLeft = Math.max(this.#headLeft, bytes);
  }

  /**
   * Writes the tail and closes the file. A file that is no longer at its path counts as a failure, because a reader
   * would find nothing and take that for silence. May be called repeatedly.
   */
  close(): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined || !this.#isOpen) return;
    this.#isOpen = false;
    if (this.#usable) this.#flushTail();
    if (this.#usable) this.#attempt(() => requireInPlace(descriptor, this.#path));
    this.#attempt(() => closeSync(descriptor));
    this.#usable = false;
  }

  #flushTail(): void {
    if (this.#leftOut > this.#announced) {
      this.#append(Buffer.from(`\n[qemu-driver-test: ${this.#leftOut - this.#announced} bytes left out here]\n`));
      this.#announced = this.#leftOut;
    }
    this.#append(this.#tail.take());
  }

  #append(bytes: Buffer): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined || !this.#usable) return;
    this.#attempt(() => {
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    });
  }

  #attempt<T>(action: () => T): T | undefined {
    try {
      return action();
    } catch (error) {
      this.#usable = false;
      this.#onFailure(error instanceof Error ? error : new Error(String(error)));
      return undefined;
    }
  }
}

function requireInPlace(descriptor: number, path: string): void {
  const own = fstatSync(descriptor);
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.ino !== own.ino || there.dev !== own.dev) throw new Error('it was removed during the run');
}
