import { ControlError, type ControlValue, findControl, parseControl } from '../definition/control.ts';
import type { DeviceModel } from '../definition/definition.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import { BarMap, type MemoryCell, type Piece } from '../register/bar-map.ts';
import { bytesOf, inward, outward, valueOf, widthMask } from '../register/bits.ts';
import type { RegisterCell } from '../register/register-cell.ts';
import { viewOf } from './device-view.ts';
import { DmaError, makeDma, TransferBudget } from './dma.ts';
import { ModelClock, type TimeSource } from './model-clock.ts';
import { crashOf, type ModelCrash } from './model-crash.ts';

export interface InstanceOptions {
  readonly time: TimeSource;
  /** Whether the clock is stopped initially. */
  readonly isClockStopped?: boolean;
  /** Called once, when the model throws. */
  readonly onCrash: (crash: ModelCrash) => void;
}

/** A model's device in one machine: its registers, state and clock. Its exceptions are contained here. */
export class DeviceInstance implements Endpoint {
  readonly model: DeviceModel;
  readonly clock: ModelClock;
  readonly #map: BarMap;
  readonly #onCrash: (crash: ModelCrash) => void;
  readonly #controls: Record<string, ControlValue>;
  readonly #device: { state: unknown };
  #upstream: Upstream | undefined;
  #crash: ModelCrash | undefined;
  /** Counts resets. Everything that started before the last one is dropped. */
  #life = 0;
  #budget = new TransferBudget();

  constructor(model: DeviceModel, { time, isClockStopped = false, onCrash }: InstanceOptions) {
    this.model = model;
    this.#map = new BarMap(model.bars);
    this.#onCrash = onCrash;
    this.clock = new ModelClock(time, (call) => this.#guard('a timer', call), isClockStopped);
    this.#controls = Object.seal(
      Object.fromEntries(Object.entries(model.controls).map(([name, { initial }]) => [name, initial])),
    );
    this.#device = this.#makeDevice();
    this.reset();
  }

  get crash(): ModelCrash | undefined {
    return this.#crash;
  }

  attach(upstream: Upstream): void {
    this.#upstream = upstream;
  }

  read({ bar, offset, length }: BarAccess): Buffer {
    const bytes = Buffer.alloc(length, 0xff);
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.#crash !== undefined) return bytes.fill(0xff);
      if (piece.place.kind === 'memory')
        piece.place.cell.bytes.copy(bytes, piece.skip, piece.start, piece.start + piece.length);
      if (piece.place.kind === 'register') this.#readRegister(piece.place.cell, piece).copy(bytes, piece.skip);
    }
    return this.#crash === undefined ? bytes : bytes.fill(0xff);
  }

  write({ bar, offset, length }: BarAccess, bytes: Buffer): void {
    for (const piece of this.#map.split(bar, offset, length)) {
      if (this.#crash !== undefined) return;
      const part = bytes.subarray(piece.skip, piece.skip + piece.length);
      if (piece.place.kind === 'memory') writeMemory(piece.place.cell, piece.start, part);
      if (piece.place.kind === 'register') this.#writeRegister(piece.place.cell, piece, part);
    }
  }

  reset(): void {
    this.#life++;
    this.#budget = new TransferBudget();
    this.clock.cancelAll();
    this.#map.reset();
    this.#guard('state', () => {
      this.#device.state = this.model.state();
    });
    this.#guard('reset', () => this.model.reset?.(this.#device));
  }

  /** @throws ControlError */
  control(name: string): ControlValue {
    findControl(this.model.controls, name);
    const value = this.#controls[name];
    if (value === undefined) throw new Error(`Internal error: control ${name} has no value`);
    return value;
  }

  /**
   * Returns what ends with the model's handler, if that is asynchronous. @throws ControlError when there is no such
   * control, it is read-only, or the value is invalid
   */
  setControl(name: string, given: ControlValue): Promise<void> | undefined {
    const control = findControl(this.model.controls, name);
    if (control.readOnly === true) throw new ControlError(`control ${name} is read-only: only the model changes it`);
    const value = parseControl(name, control, given);
    this.#controls[name] = value;
    return this.#follow(`changed.${name}`, () => this.model.changed[name]?.(this.#device, value));
  }

  #makeDevice(): { state: unknown } {
    return {
      ...viewOf(this.#map),
      state: undefined,
      controls: this.#controls,
      clock: this.clock,
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
    } as { state: unknown };
  }

  /** A transfer from before a reset, or in a machine that is gone, never reaches the model. */
  async #alive<T>(bytes: number, transfer: (upstream: Upstream) => Promise<T>): Promise<T> {
    const life = this.#life;
    const budget = this.#budget;
    if (this.#upstream === undefined) throw new Error('Internal error: a device without a machine started a transfer');
    budget.take(bytes);
    try {
      const result = await transfer(this.#upstream);
      if (life === this.#life) return result;
    } catch (error) {
      const isGone = error instanceof DmaError && error.reason === 'gone';
      if (life === this.#life && !isGone) throw error;
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
      this.#guard(`read of ${cell.name}`, () => {
        value = inward(atOnce(handler(this.#device)), cell.width);
      });
    }
    const seen = cell.guestRead(value, touched(start, length));
    return bytesOf(seen >> BigInt(8 * start), length);
  }

  #writeRegister(cell: RegisterCell, { start, length }: Piece, bytes: Buffer): void {
    if (this.#isLocked(cell)) return;
    const written = valueOf(bytes) << BigInt(8 * start);
    cell.guestWrite(written, touched(start, length));
    this.#guard(`write of ${cell.name}`, () =>
      this.model.write[cell.name]?.(this.#device, outward(written, cell.width)),
    );
  }

  #isLocked({ lockedBy }: RegisterCell): boolean {
    if (lockedBy === undefined) return false;
    const [register = '', name = ''] = lockedBy.split('.');
    const lock = this.#map.registers.get(register);
    const field = lock?.fields.get(name);
    return lock !== undefined && field !== undefined && lock.field(field) !== 0n;
  }

  #guard(during: string, call: () => void | Promise<void>): void {
    void this.#follow(during, call);
  }

  /** Returns the end of an asynchronous handler. It never rejects. */
  #follow(during: string, call: () => void | Promise<void>): Promise<void> | undefined {
    if (this.#crash !== undefined) return undefined;
    try {
      const result = call();
      if (result instanceof Promise) return result.catch((error: unknown) => this.#die(crashOf(during, error)));
    } catch (error) {
      this.#die(crashOf(during, error));
    }
    return undefined;
  }

  #die(crash: ModelCrash): void {
    if (this.#crash !== undefined) return;
    this.#crash = crash;
    this.clock.cancelAll();
    this.#onCrash(crash);
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
