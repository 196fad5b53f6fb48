import type { ExchangePassing } from '../fault/passing.ts';
import type { LinkModel } from '../link/link-definition.ts';
import type { SerialModel } from '../serial/serial-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';

/** The machine's end: takes what the model sends. */
export type Outlet = (bytes: Buffer) => void;

export interface StreamShape {
  /** What the handlers get besides state, controls and clock. `send`: towards the machine. */
  readonly ports: (send: (bytes: Buffer) => void) => object;
  /** What faults count and hit: a frame as it is, or each byte. */
  readonly unit: 'frame' | 'byte';
}

type Direction = 'in' | 'out';

/** A device at the end of a line or a cable, where nothing is answered: instance → faults → log → a machine. */
export abstract class StreamUnit<M extends SerialModel | LinkModel> extends DeviceUnit<M> {
  readonly #unit: StreamShape['unit'];
  readonly #device: { state: unknown };
  #outlet: Outlet | undefined;
  /** What has arrived of the bytes that are being carried, also of earlier ones that a fault held back. */
  readonly #gathered = new Map<Direction, Buffer[]>();

  protected constructor(model: M, { ports, unit }: StreamShape, options: UnitOptions) {
    const parts = { places: [], vectors: [], exchanges: ['received', 'sent'] };
    super(model, { bus: model.bus, accesses: ['frame'], names: {}, ...parts }, options);
    this.#unit = unit;
    const { controls, clock } = this.life;
    const device = { state: undefined, controls, clock, ...ports((bytes) => this.#send(bytes)) };
    this.#device = device;
    this.#reset();
  }

  protected override get device(): object {
    return this.#device;
  }

  /** Connects it to a machine, which is a reset. */
  connect(outlet: Outlet): void {
    this.disconnect();
    this.#outlet = outlet;
    this.log.record({ kind: 'reset' });
    this.#reset();
  }

  disconnect(): void {
    this.#outlet = undefined;
    this.frames.restart();
  }

  /** What the machine has sent. Resolves when the model has dealt with what of it came at once. It never rejects. */
  async receive(bytes: Buffer): Promise<void> {
    const handled: Promise<void>[] = [];
    this.#carry('out', bytes, (piece) => {
      const ended = this.life.follow('received', () => this.model.received?.(this.#device, piece));
      if (ended !== undefined) handled.push(ended);
    });
    await Promise.all(handled);
  }

  #send(bytes: Buffer): void {
    if (this.#outlet !== undefined) this.#carry('in', bytes, (piece) => this.#outlet?.(piece));
  }

  /** What arrives at once arrives in one piece, also when each byte is counted. */
  #carry(direction: Direction, bytes: Buffer, deliver: (bytes: Buffer) => void): void {
    const arrives = (piece: Buffer): void => {
      if (piece.length > 0) deliver(piece);
    };
    if (this.#unit === 'frame' || this.frames.isUntouched) {
      this.frames.carry(passing(direction, bytes.length), bytes, { arrived: arrives });
      return;
    }
    const piece: Buffer[] = [];
    this.#gathered.set(direction, piece);
    for (let at = 0; at < bytes.length; at++)
      this.frames.carry(passing(direction, 1), bytes.subarray(at, at + 1), {
        arrived: (byte) => {
          const gathered = this.#gathered.get(direction);
          if (gathered === undefined) arrives(byte);
          else gathered.push(byte);
        },
      });
    this.#gathered.delete(direction);
    arrives(Buffer.concat(piece));
  }

  #reset(): void {
    this.life.restart();
    this.life.guard('state', () => {
      this.#device.state = this.model.state();
    });
    this.life.guard('reset', () => this.model.reset?.(this.#device));
  }
}

/** Named as the model sees it. */
function passing(direction: Direction, length: number): ExchangePassing<'frame'> {
  return { kind: 'frame', name: direction === 'out' ? 'received' : 'sent', direction, length };
}
