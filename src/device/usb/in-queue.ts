import { bounds } from '../../bounds/bounds.ts';
import type { Exchanged } from '../exchange/outcome.ts';

interface Piece {
  bytes: Buffer;
  /** The transfer ends with it. */
  readonly ends: boolean;
}

/** What an endpoint has for the machine: transfers, the last of which may go on. */
export class InQueue {
  #pieces: Piece[] = [];
  #bytes = 0;
  #ends = 0;

  get transfers(): number {
    return this.#ends + (this.#pieces.at(-1)?.ends === false ? 1 : 0);
  }

  /** False: it is full, and the bytes are dropped. */
  push(bytes: Uint8Array, ends: boolean): boolean {
    const { queuedTransfers, queuedBytes } = bounds.usb;
    if (this.#pieces.length >= queuedTransfers || this.#bytes + bytes.length > queuedBytes) return false;
    // A copy, because the model may change its buffer later.
    this.#pieces.push({ bytes: Buffer.from(bytes), ends });
    this.#bytes += bytes.length;
    if (ends) this.#ends++;
    return true;
  }

  /** Whether a machine that asks for so many bytes has its answer: as many, or the end of a transfer. */
  isReady(length: number): boolean {
    return this.#ends > 0 || (this.#bytes > 0 && this.#bytes >= length);
  }

  /**
   * The answer to a machine that asks for so many bytes. It is babble when a packet has more bytes than are left of
   * what the machine asked for; the rest of the transfer is lost then.
   */
  take(length: number, packet: number): Exchanged<'transfer'> {
    const parts: Buffer[] = [];
    let left = length;
    for (let first = this.#pieces[0]; first !== undefined; first = this.#pieces[0]) {
      if (first.bytes.length > left && length % packet !== 0) return this.#babble();
      if (first.bytes.length > left) {
        parts.push(this.#cut(first, left));
        break;
      }
      parts.push(this.#shift(first).bytes);
      left -= first.bytes.length;
      // A packet of length 0 is the answer to the next request, not the rest of this one.
      if (first.ends || (left === 0 && this.#pieces[0]?.bytes.length === 0)) break;
    }
    return { outcome: 'done', bytes: parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts) };
  }

  flush(): void {
    this.#pieces = [];
    this.#bytes = 0;
    this.#ends = 0;
  }

  #cut(piece: Piece, length: number): Buffer {
    const part = piece.bytes.subarray(0, length);
    piece.bytes = piece.bytes.subarray(length);
    this.#bytes -= length;
    return part;
  }

  #shift(piece: Piece): Piece {
    this.#pieces.shift();
    this.#bytes -= piece.bytes.length;
    if (piece.ends) this.#ends--;
    return piece;
  }

  #babble(): Exchanged<'transfer'> {
    for (let first = this.#pieces[0]; first !== undefined; first = this.#pieces[0]) if (this.#shift(first).ends) break;
    return { outcome: 'babble', bytes: Buffer.alloc(0) };
  }
}
