/** The last so many bytes of a stream, in a fixed piece of memory that is taken when the first byte comes. */
export class ByteRing {
  readonly #capacity: number;
  #bytes: Buffer | undefined;
  /** Where the next byte goes. */
  #next = 0;
  #length = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get length(): number {
    return this.#length;
  }

  /** Adds bytes and returns how many older ones they pushed out. */
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

  /** Takes everything out, oldest first. */
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
