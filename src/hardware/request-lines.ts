import { LineSplitter } from '../bounds/line-splitter.ts';

/** A request line from the guest. `isWhole`: the line is complete; of an overlong one only the start is kept. */
export interface RequestLine {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
}

/** Splits the guest's bytes into lines. Memory is bounded by the longest request. */
export class RequestLines {
  readonly #splitter: LineSplitter;
  #found: RequestLine[] = [];

  constructor(maxBytes: number) {
    this.#splitter = new LineSplitter({
      maxLength: maxBytes,
      onLine: (bytes, part) => {
        if (bytes.length > 0 && (part === 'whole' || part === 'first'))
          this.#found.push({ bytes, isWhole: part === 'whole' });
      },
    });
  }

  /**
   * The lines that end in this piece, and the start of an overlong one as soon as it is too long. Empty lines are
   * ignored.
   */
  push(chunk: Buffer): readonly RequestLine[] {
    this.#splitter.push(chunk);
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
