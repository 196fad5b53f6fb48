import { ArchiveProblem } from './archive-entry.ts';

/** Reads exact numbers of bytes from a stream of pieces of any size. */
export class PieceReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Uint8Array>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** @throws ArchiveProblem when the stream ends before */
  async take(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const piece of this.stream(bytes)) parts.push(Buffer.from(piece));
    return Buffer.concat(parts);
  }

  /** The next bytes, piece by piece. @throws ArchiveProblem when the stream ends before */
  async *stream(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0; ) {
      if (this.#held.length === 0) await this.#refill();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** Passes over bytes without keeping them. @throws ArchiveProblem when the stream ends before */
  async skip(bytes: number): Promise<void> {
    for (let left = bytes; left > 0; ) {
      if (this.#held.length === 0) await this.#refill();
      const step = Math.min(left, this.#held.length);
      this.#held = this.#held.subarray(step);
      left -= step;
    }
  }

  /** Ends the source: what is left of it is not wanted. */
  async leave(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #refill(): Promise<void> {
    const next = await this.#pieces.next();
    if (next.done === true) throw new ArchiveProblem('it ends too early');
    this.#held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
  }
}

/** All bytes of a short stream, read to its end, so that nothing stays open. */
export async function wholeOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const held: Uint8Array[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}
