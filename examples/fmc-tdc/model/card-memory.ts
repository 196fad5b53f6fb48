import { KiB } from 'qemu-driver-test/device';

const pageBytes = 64 * KiB;

/** The card's DDR3 memory. Pages come into being when they are written; addresses beyond its size wrap around. */
export class CardMemory {
  readonly #size: number;
  readonly #pages = new Map<number, Buffer>();

  constructor(size: number) {
    this.#size = size;
  }

  write(address: number, bytes: Buffer): void {
    for (const { page, start, from, to } of this.#pieces(address, bytes.length)) {
      const memory = this.#pages.get(page) ?? Buffer.alloc(pageBytes);
      this.#pages.set(page, memory);
      bytes.copy(memory, start, from, to);
    }
  }

  read(address: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (const { page, start, from, to } of this.#pieces(address, length))
      this.#pages.get(page)?.copy(bytes, from, start, start + to - from);
    return bytes;
  }

  *#pieces(
    address: number,
    length: number,
  ): Iterable<{ readonly page: number; readonly start: number; readonly from: number; readonly to: number }> {
    for (let from = 0; from < length; ) {
      const at = (address + from) % this.#size;
      const start = at % pageBytes;
      const to = Math.min(length, from + pageBytes - start);
      yield { page: (at - start) / pageBytes, start, from, to };
      from = to;
    }
  }
}
