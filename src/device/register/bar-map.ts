import type { RegisterModel } from '../definition/definition.ts';
import type { Bar, Bars } from '../definition/register.ts';
import { RegisterCell } from './register-cell.ts';

/** A part of a BAR that is plain memory. */
export interface MemoryCell {
  readonly name: string;
  readonly bar: number;
  readonly at: number;
  readonly isWritable: boolean;
  readonly bytes: Buffer;
}

export type Place =
  | { readonly kind: 'register'; readonly cell: RegisterCell }
  | { readonly kind: 'memory'; readonly cell: MemoryCell }
  | { readonly kind: 'nothing' };

/** The part of an access that falls into one place. `start`: offset in that place; for `nothing`, in the BAR. */
export interface Piece {
  readonly place: Place;
  readonly start: number;
  readonly length: number;
  /** The start of the part in the access. */
  readonly skip: number;
}

const nothing: Place = { kind: 'nothing' };

/** Everything in a device's BARs, by offset or by name. */
export class BarMap {
  readonly registers = new Map<string, RegisterCell>();
  readonly memories = new Map<string, MemoryCell>();
  /** Per BAR, ordered by offset. */
  readonly #spans = new Map<number, { readonly at: number; readonly end: number; readonly place: Place }[]>();

  constructor(bars: Bars) {
    for (const [key, bar] of Object.entries(bars) as [string, Bar | undefined][])
      if (bar !== undefined) this.#add(Number(key), bar);
  }

  #add(number: number, bar: Bar): void {
    const spans: { at: number; end: number; place: Place }[] = [];
    for (const [name, register] of Object.entries(bar.registers ?? {})) {
      const cell = new RegisterCell(name, number, { ...register, width: register.width ?? 4 });
      this.registers.set(name, cell);
      spans.push({ at: cell.at, end: cell.at + cell.width, place: { kind: 'register', cell } });
    }
    for (const [name, memory] of Object.entries(bar.memory ?? {})) {
      const cell: MemoryCell = {
        name,
        bar: number,
        at: memory.at,
        isWritable: memory.access !== 'RO',
        bytes: Buffer.alloc(memory.size),
      };
      this.memories.set(name, cell);
      spans.push({ at: cell.at, end: cell.at + memory.size, place: { kind: 'memory', cell } });
    }
    this.#spans.set(
      number,
      spans.sort((a, b) => a.at - b.at),
    );
  }

  /** The parts of the access in order: an access of 8 bytes may cover two registers of 4. */
  split(bar: number, offset: number, length: number): Piece[] {
    const pieces: Piece[] = [];
    const end = offset + length;
    for (let at = offset; at < end; ) {
      const span = this.#spans.get(bar)?.find((candidate) => candidate.end > at);
      const isHere = span !== undefined && span.at <= at;
      const stop = Math.min(end, span === undefined ? end : isHere ? span.end : span.at);
      pieces.push({
        place: isHere ? span.place : nothing,
        start: isHere ? at - span.at : at,
        length: stop - at,
        skip: at - offset,
      });
      at = stop;
    }
    return pieces;
  }

  reset(): void {
    for (const cell of this.registers.values()) cell.reset();
    for (const { bytes } of this.memories.values()) bytes.fill(0);
  }
}

/** The part of a register that an access covers. */
export interface RegisterSpan {
  readonly name: string;
  /** Position in the register. */
  readonly start: number;
  readonly length: number;
  /** Position in the access. */
  readonly skip: number;
}

/** A guest chooses the offsets, so the memory for known ones is limited. */
const maxKnownAccesses = 4096;

/** Finds the registers that an access to a model's BARs covers, without an instance. */
export class RegisterNames {
  readonly #map: BarMap;
  /** A driver makes the same few accesses again and again. */
  readonly #known = new Map<number, readonly RegisterSpan[]>();

  constructor({ bars }: Pick<RegisterModel, 'bars'>) {
    this.#map = new BarMap(bars);
  }

  /** The same array for the same access. */
  at(bar: number, offset: number, length: number): readonly RegisterSpan[] {
    const key = (offset * 8192 + length) * 8 + bar;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = this.#find(bar, offset, length);
    if (this.#known.size >= maxKnownAccesses) this.#known.clear();
    this.#known.set(key, found);
    return found;
  }

  #find(bar: number, offset: number, length: number): readonly RegisterSpan[] {
    return this.#map
      .split(bar, offset, length)
      .flatMap(({ place, start, length: bytes, skip }) =>
        place.kind === 'nothing' ? [] : [{ name: place.cell.name, start, length: bytes, skip }],
      );
  }

  /** Registers and memories. */
  has(name: string): boolean {
    return this.#map.registers.has(name) || this.#map.memories.has(name);
  }

  get all(): readonly string[] {
    return [...this.#map.registers.keys(), ...this.#map.memories.keys()];
  }
}
