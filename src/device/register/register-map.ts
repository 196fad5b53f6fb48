import type { ModelLife } from '../instance/model-life.ts';
import type { RegisterSpan } from './bar-map.ts';
import { inward, outward } from './bits.ts';
import type { PointedModel } from './pointed-register.ts';
import {
  partOf,
  type PointedCell,
  type PointedMemoryCell,
  type PointedPlace,
  type PointerMap,
  wireOf,
} from './pointer-map.ts';

/** Called for each access to a register or a memory. Bytes: lowest first. No span: nothing is there. */
export type OnAccess = (kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer) => void;

export interface RegisterMapParts {
  readonly model: PointedModel;
  readonly life: ModelLife;
  /** What handlers get. */
  readonly device: object;
  readonly map: PointerMap;
  readonly onAccess: OnAccess;
}

/** A register that is being read. The machine gets one value, even if it takes its bytes in several pieces. */
interface Latch {
  readonly cell: PointedCell;
  /** In the order of the wire. */
  readonly wire: Buffer;
  taken: number;
}

/**
 * A device that is a map of registers: a write begins with the pointer, which the next read uses, too. Where nothing
 * is, reads return 0xff, and writes are acknowledged and have no effect.
 */
export class RegisterMap {
  readonly #parts: RegisterMapParts;
  #pointer = 0;
  #latch: Latch | undefined;

  constructor(parts: RegisterMapParts) {
    this.#parts = parts;
  }

  nameOf(sent: Buffer | undefined): string | undefined {
    const pointer = sent === undefined ? this.#pointer : this.#pointerIn(sent);
    return pointer === undefined ? undefined : this.#parts.map.at(pointer)?.cell.name;
  }

  reset(): void {
    this.#parts.map.reset();
    this.#pointer = 0;
    this.#latch = undefined;
  }

  async write(bytes: Buffer): Promise<Buffer> {
    this.#latch = undefined;
    const pointer = this.#pointerIn(bytes);
    if (pointer === undefined) return bytes;
    this.#pointer = pointer;
    for (let at = this.#parts.model.addressBytes; at < bytes.length; ) at += await this.#store(bytes.subarray(at));
    return bytes;
  }

  async read(length: number): Promise<Buffer> {
    this.#latch = undefined;
    return await this.more(length);
  }

  async more(length: number): Promise<Buffer> {
    const bytes = Buffer.alloc(length, 0xff);
    for (let at = 0; at < length; ) at += await this.#load(bytes.subarray(at));
    return bytes;
  }

  /** Undefined: the message ends before the pointer does. */
  #pointerIn(bytes: Buffer): number | undefined {
    const { addressBytes } = this.#parts.model;
    return bytes.length < addressBytes ? undefined : bytes.readUIntBE(0, addressBytes);
  }

  /** Takes the bytes for one place, and returns how many. */
  async #store(bytes: Buffer): Promise<number> {
    const place = this.#parts.map.at(this.#pointer);
    switch (place?.kind) {
      case 'register':
        return await this.#storeRegister(place, bytes);
      case 'memory':
        return await this.#storeMemory(place, bytes);
      case undefined:
        return this.#passNothing('write', bytes);
    }
  }

  async #storeRegister({ cell, skip }: Extract<PointedPlace, { kind: 'register' }>, bytes: Buffer): Promise<number> {
    const { model, onAccess } = this.#parts;
    const wire = bytes.subarray(0, cell.width - skip);
    const { start, bytes: lowFirst, value, touched } = partOf(wire, skip, cell.width, model.endian);
    onAccess('write', [{ name: cell.name, start, skip: 0, length: wire.length }], lowFirst);
    cell.guestWrite(value, touched);
    this.#advance(wire.length, skip + wire.length === cell.width);
    await this.#handle(cell.name, outward(value, cell.width));
    return wire.length;
  }

  async #storeMemory({ cell, skip }: Extract<PointedPlace, { kind: 'memory' }>, bytes: Buffer): Promise<number> {
    const page = cell.page ?? cell.bytes.length;
    const pageStart = skip - (skip % page);
    const part = bytes.subarray(0, pageStart + page - skip);
    this.#parts.onAccess('write', [spanOf(cell, part)], part);
    if (cell.isWritable) part.copy(cell.bytes, skip);
    this.#advance(part.length, false);
    if (cell.page !== undefined && skip + part.length === pageStart + page) this.#pointer = cell.at + pageStart;
    await this.#handle(cell.name, Buffer.from(part));
    return part.length;
  }

  /** A handler that takes its time holds the clock. */
  async #handle(name: string, written: number | bigint | Buffer): Promise<void> {
    const { model, life, device } = this.#parts;
    const handled = life.follow(`write of ${name}`, () => model.write[name]?.(device, written));
    if (handled !== undefined) await handled;
  }

  /** Fills the bytes of one place, and returns how many. */
  async #load(bytes: Buffer): Promise<number> {
    if (this.#latch !== undefined) return this.#takeLatched(this.#latch, bytes);
    const place = this.#parts.map.at(this.#pointer);
    switch (place?.kind) {
      case 'register': {
        const wire = wireOf(await this.#valueOf(place.cell), place.cell.width, this.#parts.model.endian);
        this.#latch = { cell: place.cell, wire, taken: place.skip };
        return this.#takeLatched(this.#latch, bytes);
      }
      case 'memory': {
        const part = bytes.subarray(0, place.cell.bytes.copy(bytes, 0, place.skip));
        this.#parts.onAccess('read', [spanOf(place.cell, part)], part);
        this.#advance(part.length, false);
        return part.length;
      }
      case undefined:
        return this.#passNothing('read', bytes);
    }
  }

  #takeLatched(latch: Latch, bytes: Buffer): number {
    const { cell, wire, taken } = latch;
    const length = wire.copy(bytes, 0, taken);
    const {
      start,
      bytes: lowFirst,
      touched,
    } = partOf(wire.subarray(taken, taken + length), taken, cell.width, this.#parts.model.endian);
    this.#parts.onAccess('read', [{ name: cell.name, start, skip: 0, length }], lowFirst);
    // What a read clears is cleared when its byte is taken.
    cell.guestRead(0n, touched);
    latch.taken += length;
    const isDone = latch.taken === cell.width;
    if (isDone) this.#latch = undefined;
    this.#advance(length, isDone);
    return length;
  }

  async #valueOf(cell: PointedCell): Promise<bigint> {
    const { model, life, device } = this.#parts;
    const handler = model.read[cell.name];
    const value =
      handler === undefined
        ? cell.value
        : await life.ask(`read of ${cell.name}`, async () => inward(numberFrom(await handler(device)), cell.width));
    return cell.guestRead(value ?? cell.value, 0n);
  }

  #passNothing(kind: 'read' | 'write', bytes: Buffer): number {
    const { model, onAccess } = this.#parts;
    // A pointer that stays will not find anything later.
    const length = model.autoIncrement === 'none' ? bytes.length : 1;
    onAccess(kind, [], bytes.subarray(0, length));
    this.#advance(1, true);
    return length;
  }

  #advance(bytes: number, isEndOfRegister: boolean): void {
    const { autoIncrement, addressBytes } = this.#parts.model;
    const steps = autoIncrement === 'byte' ? bytes : autoIncrement === 'register' && isEndOfRegister ? 1 : 0;
    this.#pointer = (this.#pointer + steps) % 256 ** addressBytes;
  }
}

function spanOf({ name }: PointedMemoryCell, bytes: Buffer): RegisterSpan {
  return { name, start: 0, skip: 0, length: bytes.length };
}

/** A model in JavaScript may return anything. @throws TypeError */
function numberFrom(given: unknown): number | bigint {
  if (typeof given === 'bigint' || (typeof given === 'number' && !Number.isNaN(given))) return given;
  throw new TypeError(`a read handler must return a number, but it returned ${String(given)}`);
}
