import type { Readable } from 'node:stream';

/** What of its line was handed on: all of it, or of a line that is too long one piece after the other. */
export type LinePart = 'whole' | 'first' | 'middle' | 'last';

export interface LineSplitting {
  /** A longer line is passed on in pieces of at most this many bytes. */
  readonly maxLength: number;
  /** Called with each line, without its line feed. */
  readonly onLine: (line: Buffer, part: LinePart) => void;
}

/**
 * Splits a stream of bytes into lines, in bounded memory. A last line without a line feed is passed on when the stream
 * ends.
 */
export function splitLines(stream: Readable, splitting: LineSplitting): void {
  const splitter = new LineSplitter(splitting);
  stream.on('data', (chunk: Buffer) => splitter.push(chunk));
  stream.on('end', () => splitter.end());
}

const lineFeed = 0x0a;
const smallBytes = 256;

/** The same for bytes that come from elsewhere. Costs what the bytes cost, however they are cut into chunks. */
export class LineSplitter {
  readonly #splitting: LineSplitting;
  #held: Buffer = Buffer.alloc(0);
  #heldLength = 0;
  /** Pieces of this line were handed on already. */
  #isContinued = false;

  constructor(splitting: LineSplitting) {
    this.#splitting = splitting;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      this.#take(chunk.subarray(start, end));
      this.#emit(true);
      start = end + 1;
    }
    this.#take(chunk.subarray(start));
  }

  end(): void {
    if (this.#heldLength > 0) this.#emit(true);
  }

  #take(piece: Buffer): void {
    const { maxLength } = this.#splitting;
    for (let rest = piece; rest.length > 0; ) {
      if (this.#heldLength === maxLength) this.#emit(false);
      const taken = rest.subarray(0, maxLength - this.#heldLength);
      this.#hold(taken);
      rest = rest.subarray(taken.length);
    }
  }

  #hold(bytes: Buffer): void {
    const length = this.#heldLength + bytes.length;
    if (length > this.#held.length) {
      const larger = Buffer.alloc(
        Math.max(length, Math.min(2 * this.#held.length, this.#splitting.maxLength), smallBytes),
      );
      this.#held.copy(larger, 0, 0, this.#heldLength);
      this.#held = larger;
    }
    bytes.copy(this.#held, this.#heldLength);
    this.#heldLength = length;
  }

  #emit(isEnd: boolean): void {
    const line = Buffer.from(this.#held.subarray(0, this.#heldLength));
    const part = this.#isContinued ? (isEnd ? 'last' : 'middle') : isEnd ? 'whole' : 'first';
    this.#heldLength = 0;
    this.#isContinued = !isEnd;
    // A long line is rare: its room is not kept for the short ones after it.
    if (line.length > 64 * 1024) this.#held = Buffer.alloc(0);
    this.#splitting.onLine(line, part);
  }
}
