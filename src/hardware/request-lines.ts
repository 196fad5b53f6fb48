/** A request line from the guest. `isWhole`: the line is complete; of an overlong one only the start is kept. */
export interface RequestLine {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

const lineFeed = 10;

/** Splits the guest's bytes into lines. Memory is bounded by the longest request. */
export class RequestLines {
  readonly #maxBytes: number;
  #held: Buffer = Buffer.alloc(0);
  #isSkipping = false;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * The lines that end in this piece, and the start of an overlong one as soon as it is too long. Empty lines are
   * ignored.
   */
  push(chunk: Buffer): readonly RequestLine[] {
    const lines: RequestLine[] = [];
    for (let rest = chunk; rest.length > 0; ) {
      const end = rest.indexOf(lineFeed);
      const part = end === -1 ? rest : rest.subarray(0, end);
      if (!this.#isSkipping) this.#hold(part, lines);
      if (end !== -1) this.#end(lines);
      rest = end === -1 ? rest.subarray(rest.length) : rest.subarray(end + 1);
    }
    return lines;
  }

  #hold(part: Buffer, lines: RequestLine[]): void {
    this.#held = Buffer.concat([this.#held, part.subarray(0, this.#maxBytes + 1 - this.#held.length)]);
    if (this.#held.length <= this.#maxBytes) return;
    lines.push({ bytes: this.#held.subarray(0, this.#maxBytes), isWhole: false });
    this.#held = Buffer.alloc(0);
    this.#isSkipping = true;
  }

  #end(lines: RequestLine[]): void {
    if (this.#held.length > 0) lines.push({ bytes: this.#held, isWhole: true });
    this.#held = Buffer.alloc(0);
    this.#isSkipping = false;
  }
}
