import type { RegisterModel } from '../definition/definition.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import { BarMap, type MemoryCell, type Piece } from '../register/bar-map.ts';
import { bytesOf, inward, outward, valueOf, widthMask } from '../register/bits.ts';
import type { RegisterCell } from '../register/register-cell.ts';
import { viewOf } from './device-view.ts';
import { DmaError, makeDma, TransferBudget } from './dma.ts';
import type { ModelLife } from './model-life.ts';
import { UartLine } from '../serial/uart-line.ts';

/** The device of a model with registers in one machine: its registers and state. */
export class PciInstance implements Endpoint {
  readonly model: RegisterModel;
  readonly life: ModelLife;
  readonly #map: BarMap;
  /** What the model's handlers get. */
  readonly device: { state: unknown };
  /** Of a UART; of another device, a line to nowhere. */
  readonly line: UartLine;
  #upstream: Upstream | undefined;
  #budget = new TransferBudget();

  /** `more`: what handlers get on this bus besides. */
  constructor(model: RegisterModel, life: ModelLife, more: object = {}) {
    this.model = model;
    this.life = life;
    this.#map = new BarMap(model.bars);
    this.line = new UartLine((bytes) => life.guard('received', () => model.received?.(this.device, bytes)));
    this.device = this.#makeDevice(more);
    this.reset();
  }

  attach(upstream: Upstream): void {
    this.#upstream = upstream;
  }

  read({ bar, offset, length }: BarAccess): Buffer {
    const bytes = Buffer.alloc(length, 0xff);
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.life.crash !== undefined) return bytes.fill(0xff);
      if (piece.place.kind === 'memory')
        piece.place.cell.bytes.copy(bytes, piece.skip, piece.start, piece.start + piece.length);
      if (piece.place.kind === 'register') this.#readRegister(piece.place.cell, piece).copy(bytes, piece.skip);
    }
    return this.life.crash === undefined ? bytes : bytes.fill(0xff);
  }

  write({ bar, offset, length }: BarAccess, bytes: Buffer): void {
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.life.crash !== undefined) return;
      const part = bytes.subarray(piece.skip, piece.skip + piece.length);
      if (piece.place.kind === 'memory') writeMemory(piece.place.cell, piece.start, part);
      if (piece.place.kind === 'register') this.#writeRegister(piece.place.cell, piece, part);
    }
  }

  reset(): void {
    this.life.restart();
    this.#budget = new TransferBudget();
    this.#map.reset();
    this.life.guard('state', () => {
      this.device.state = this.model.state();
    });
    this.life.guard('reset', () => this.model.reset?.(this.device));
  }

  #makeDevice(more: object): { state: unknown } {
    return {
      ...more,
      ...viewOf(this.#map),
      state: undefined,
      controls: this.life.controls,
      clock: this.life.clock,
      dma: makeDma(
        {
          read: (address, length) => this.#alive(length, (up) => up.dmaRead(address, length)),
          // A copy, because the model may change its buffer during the transfer.
          write: (address, bytes) => this.#alive(bytes.length, (up) => up.dmaWrite(address, Buffer.from(bytes))),
        },
        this.model.addressBits,
      ),
      interrupts: {
        raise: (vector = 0) => this.#interrupt(vector, 'raise'),
        lower: (vector = 0) => this.#interrupt(vector, 'lower'),
      },
      line: { send: this.line.send },
    } as { state: unknown };
  }

  /** A transfer from before a reset, or in a machine that is gone, never reaches the model. */
  async #alive<T>(bytes: number, transfer: (upstream: Upstream) => Promise<T>): Promise<T> {
    const life = this.life.number;
    const budget = this.#budget;
    if (this.#upstream === undefined) throw new Error('Internal error: a device without a machine started a transfer');
    budget.take(bytes);
    try {
      const result = await transfer(this.#upstream);
      if (life === this.life.number) return result;
    } catch (error) {
      const isGone = error instanceof DmaError && error.reason === 'gone';
      if (life === this.life.number && !isGone) throw error;
    } finally {
      budget.give(bytes);
    }
    return await new Promise<never>(() => undefined);
  }

  #interrupt(vector: number, what: 'raise' | 'lower'): void {
    const { msi = 0, msix, intx } = this.model.interrupts;
    const vectors = Math.max(msi, msix?.vectors ?? 0, intx === true ? 1 : 0);
    if (!Number.isInteger(vector) || vector < 0 || vector >= vectors)
      throw new RangeError(`interrupts.${what}(${vector}): the model declares ${vectors} vectors`);
    this.#upstream?.[what](vector);
  }

  #readRegister(cell: RegisterCell, { start, length }: Piece): Buffer {
    const handler = this.model.read[cell.name];
    let value = cell.value;
    if (handler !== undefined) {
      this.life.guard(`read of ${cell.name}`, () => {
        value = inward(atOnce(handler(this.device)), cell.width);
      });
    }
    const seen = cell.guestRead(value, touched(start, length));
    return bytesOf(seen >> BigInt(8 * start), length);
  }

  #writeRegister(cell: RegisterCell, { start, length }: Piece, bytes: Buffer): void {
    if (this.#isLocked(cell)) return;
    const written = valueOf(bytes) << BigInt(8 * start);
    cell.guestWrite(written, touched(start, length));
    this.life.guard(`write of ${cell.name}`, () =>
      this.model.write[cell.name]?.(this.device, outward(written, cell.width)),
    );
  }

  #isLocked({ lockedBy }: RegisterCell): boolean {
    if (lockedBy === undefined) return false;
    const [register = '', name = ''] = lockedBy.split('.');
    const lock = this.#map.registers.get(register);
    const field = lock?.fields.get(name);
    return lock !== undefined && field !== undefined && lock.field(field) !== 0n;
  }
}

/**
 * A model in JavaScript may return anything. @throws TypeError for an invalid value, in particular a promise, because
 * the machine waits
 */
function atOnce(given: unknown): number | bigint {
  if (typeof given === 'bigint' || (typeof given === 'number' && !Number.isNaN(given))) return given;
  throw new TypeError(
    'a read handler must return a number and not wait, ' +
      `but it returned ${given instanceof Promise ? 'a promise' : String(given)}`,
  );
}

function touched(start: number, length: number): bigint {
  return widthMask(length) << BigInt(8 * start);
}

function writeMemory(cell: MemoryCell, start: number, bytes: Buffer): void {
  if (cell.isWritable) bytes.copy(cell.bytes, start);
}
