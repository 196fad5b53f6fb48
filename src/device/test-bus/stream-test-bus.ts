import type { Controls } from '../definition/control.ts';
import { hostTime } from '../instance/model-clock.ts';
import type { LinkModel, TypedLinkModel } from '../link/link-definition.ts';
import type { SerialModel, TypedSerialModel } from '../serial/serial-definition.ts';
import { LinkUnit } from '../unit/link-unit.ts';
import { SerialUnit } from '../unit/serial-unit.ts';
import type { StreamUnit } from '../unit/stream-unit.ts';
import { UnitBus } from './unit-bus.ts';

/** What the device has sent, piece by piece. */
class Far<M extends SerialModel | LinkModel> {
  readonly #unit: StreamUnit<M>;
  #pieces: Buffer[] = [];

  constructor(unit: StreamUnit<M>) {
    this.#unit = unit;
    unit.connect((piece) => this.#pieces.push(piece));
  }

  async give(piece: Uint8Array): Promise<void> {
    // A copy, because the test may change its buffer.
    await this.#unit.receive(Buffer.from(piece));
  }

  take(): readonly Buffer[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }
}

const inTests = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };

/** A serial device and the machine's end of its line, for tests of a model without QEMU. */
export class SerialTestBus<C extends Controls> extends UnitBus<SerialModel, C> {
  readonly line: {
    /** The machine sends bytes, or the UTF-8 of a text. Resolves when the model has dealt with them. */
    readonly write: (bytes: Uint8Array | string) => Promise<void>;
    /** Returns and removes what the machine has received. */
    readonly take: () => Buffer;
  };

  constructor(model: TypedSerialModel<C>) {
    const unit = new SerialUnit(model, inTests);
    super(unit);
    const far = new Far(unit);
    this.line = {
      write: async (bytes) => {
        await far.give(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
        await this.settle();
      },
      take: () => Buffer.concat(far.take()),
    };
  }
}

/** A link partner and the machine's end of its cable, for tests of a model without QEMU. */
export class LinkTestBus<C extends Controls> extends UnitBus<LinkModel, C> {
  readonly link: {
    /** The machine sends a frame. Resolves when the model has dealt with it. */
    readonly send: (frame: Uint8Array) => Promise<void>;
    /** Returns and removes the frames that the machine has received. */
    readonly take: () => readonly Buffer[];
  };

  constructor(model: TypedLinkModel<C>) {
    const unit = new LinkUnit(model, inTests);
    super(unit);
    const far = new Far(unit);
    this.link = {
      send: async (frame) => {
        await far.give(frame);
        await this.settle();
      },
      take: () => far.take(),
    };
  }
}
