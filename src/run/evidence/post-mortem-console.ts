const maxBytes = 1024 * 1024;

/** The beginning of a console's output from some moment on, in bounded memory. */
export class PostMortemConsole {
  readonly #chunks: Buffer[] = [];
  #length = 0;
  #lastPushedMs = performance.now();

  push(chunk: Buffer): void {
    this.#lastPushedMs = performance.now();
    const kept = chunk.subarray(0, maxBytes - this.#length);
    this.#length += kept.length;
    if (kept.length > 0) this.#chunks.push(kept);
  }

  /** Bytes kept so far. */
  get length(): number {
    return this.#length;
  }

  /** Time since the last output. */
  get quietMs(): number {
    return performance.now() - this.#lastPushedMs;
  }

  get text(): string {
    return Buffer.concat(this.#chunks, this.#length).toString('utf8');
  }
}
