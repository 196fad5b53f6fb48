import { CanBus } from '../can/can-bus.ts';
import type { CanFrame, CanModel, TypedCanModel } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { Controls } from '../definition/control.ts';
import { hostTime } from '../instance/model-clock.ts';
import { CanUnit } from '../unit/can-unit.ts';
import { throwCrash, UnitBus } from './unit-bus.ts';

const options = { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true };

/** A CAN node, others beside it and the machine's interface, which is up, for tests of a model without QEMU. */
export class CanTestBus<C extends Controls> extends UnitBus<CanModel, C> {
  readonly can: {
    /**
     * The machine sends a frame. Resolves when it was acknowledged and the nodes have dealt with it, with undefined; or
     * with what went wrong on the bus.
     */
    readonly send: (frame: CanFrame) => Promise<CanError | undefined>;
    /** Returns and removes the frames that the machine has received. */
    readonly take: () => readonly CanFrame[];
    /** Stops the machine's interface and starts it again, which ends `bus-off`. */
    readonly restart: () => void;
  };
  readonly #units: readonly CanUnit[];

  constructor(model: TypedCanModel<C>, others: readonly TypedCanModel<Controls>[]) {
    const unit = new CanUnit(model, options);
    super(unit);
    this.#units = [unit, ...others.map((other) => new CanUnit(other, options))];
    const bus = new CanBus();
    for (const node of this.#units) bus.add(node);
    let frames: CanFrame[] = [];
    const start = (): void => bus.start((frame) => frames.push({ ...frame, data: Uint8Array.from(frame.data) }));
    start();
    this.can = {
      send: async (frame) => {
        const ended = new Promise<CanError | undefined>((resolve) => bus.send(frame, resolve));
        await this.settle();
        return await ended;
      },
      take: () => {
        const taken = frames;
        frames = [];
        return taken;
      },
      restart: start,
    };
  }

  /** A node beside, whose clock goes with the one of the bus. @throws RangeError when the model is not on the bus */
  node<D extends Controls>(model: TypedCanModel<D>): UnitBus<CanModel, D> {
    const unit = this.#units.find((candidate) => candidate.model === model);
    if (unit === undefined) throw new RangeError(`${model.name} is not on this bus: name it among those beside`);
    return new UnitBus(unit);
  }

  override async step(byUs: number): Promise<void> {
    await this.settle();
    for (const { clock } of this.#units) clock.step(byUs);
    await this.settle();
  }

  override async settle(): Promise<void> {
    await super.settle();
    for (const { crash } of this.#units) throwCrash(crash);
  }
}
