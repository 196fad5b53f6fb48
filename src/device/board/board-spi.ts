import type { Exchanged, OutcomeOf } from '../exchange/outcome.ts';
import type { SpiUnit } from '../unit/spi-unit.ts';
import type { BoardBus } from './board-bus.ts';
import { errnos } from './board-layout.ts';
import type { BoardAnswer, RequestPiece } from './board-request.ts';
import { BoardError } from './line-bank.ts';

/** The controller keeps chip selects in bytes; more devices are hardly on one bus. */
const maxChipSelects = 16;

/** An SPI bus of a board, with its devices by chip select. */
export class BoardSpi implements BoardBus {
  readonly kind = 'spi';
  readonly name: string;
  readonly channel: number;
  readonly #devices = new Map<number, SpiUnit>();
  #chipSelects = 0;

  constructor(name: string, channel: number) {
    this.name = name;
    this.channel = channel;
  }

  get chipSelects(): number {
    return this.#chipSelects;
  }

  /** Returns its chip select. @throws BoardError */
  add(id: string, unit: SpiUnit): number {
    if (this.#chipSelects === maxChipSelects)
      throw new BoardError(
        `device ${id}: expected at most ${maxChipSelects} devices on ${this.name}, found another one`,
      );
    this.#devices.set(this.#chipSelects, unit);
    return this.#chipSelects++;
  }

  /** From now on, nobody listens to its chip select. */
  remove(chipSelect: number): void {
    this.#devices.delete(chipSelect);
  }

  /** A message of the kernel: as long as no transfer ends it, the chip select stays low. */
  async perform(pieces: readonly RequestPiece[]): Promise<BoardAnswer> {
    const received: Buffer[] = [];
    for (const exchange of exchangesOf(pieces)) {
      const { outcome, bytes } = await this.#exchange(exchange);
      const status = statusOf(outcome);
      if (status !== errnos.none) return { status, received: [] };
      received.push(...cut(bytes, exchange));
    }
    return { status: errnos.none, received };
  }

  async #exchange(pieces: readonly RequestPiece[]): Promise<Exchanged<'exchange'>> {
    const [first] = pieces;
    const sent = Buffer.concat(pieces.map(({ sent: bytes, length }) => bytes ?? Buffer.alloc(length)));
    const device = first === undefined ? undefined : this.#devices.get(first.address);
    if (device === undefined || first === undefined) return { outcome: 'done', bytes: Buffer.alloc(sent.length, 0xff) };
    return await device.exchange(sent, { hz: first.hz, mode: first.mode & 3 });
  }
}

/** What passes while the chip select is low. */
function exchangesOf(pieces: readonly RequestPiece[]): readonly (readonly RequestPiece[])[] {
  const exchanges: RequestPiece[][] = [];
  let open: RequestPiece[] = [];
  for (const piece of pieces) {
    open.push(piece);
    if (!piece.ends) continue;
    exchanges.push(open);
    open = [];
  }
  return open.length === 0 ? exchanges : [...exchanges, open];
}

/** The parts of an exchange that somebody wants. */
function cut(bytes: Buffer, pieces: readonly RequestPiece[]): readonly Buffer[] {
  let at = 0;
  return pieces.flatMap(({ length, receives }) => {
    const part = bytes.subarray(at, at + length);
    at += length;
    return receives ? [part] : [];
  });
}

/** SPI has no acknowledge: a device that is gone reads all ones. */
function statusOf(outcome: OutcomeOf<'exchange'>): number {
  return outcome === 'done' || outcome === 'gone' ? errnos.none : errnos.io;
}
