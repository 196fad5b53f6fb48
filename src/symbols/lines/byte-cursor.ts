/** The debug information ends before what it announces. */
export class LinesDamaged extends Error {
  override readonly name = 'LinesDamaged';
}

/** Reads little-endian values one after the other. Every method throws LinesDamaged at the end. */
export class ByteCursor {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get left(): number {
    return this.#bytes.length - this.at;
  }

  /** A cursor for the next bytes, which this one skips. */
  take(lengthBytes: number): ByteCursor {
    return new ByteCursor(this.#next(lengthBytes));
  }

  skip(lengthBytes: number): void {
    this.#next(lengthBytes);
  }

  u8(): number {
    return this.#next(1).readUInt8(0);
  }

  i8(): number {
    return this.#next(1).readInt8(0);
  }

  u16(): number {
    return this.#next(2).readUInt16LE(0);
  }

  u32(): number {
    return this.#next(4).readUInt32LE(0);
  }

  /** Beyond what a number holds exactly it is not exact. */
  u64(): number {
    return Number(this.#next(8).readBigUInt64LE(0));
  }

  /** LEB128. */
  unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  }

  /** LEB128. */
  signed(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return (byte & 0x40) === 0 ? value : value - factor * 128;
    }
  }

  /** Up to a NUL. */
  text(): string {
    const end = this.#bytes.indexOf(0, this.at);
    if (end < 0) throw new LinesDamaged('a text has no end');
    const text = this.#bytes.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  #next(lengthBytes: number): Buffer {
    const end = this.at + lengthBytes;
    if (lengthBytes < 0 || !(end <= this.#bytes.length)) throw new LinesDamaged('it ends too early');
    const bytes = this.#bytes.subarray(this.at, end);
    this.at = end;
    return bytes;
  }
}
