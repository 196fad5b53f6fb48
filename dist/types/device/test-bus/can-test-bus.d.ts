import type { CanFrame, CanModel, TypedCanModel } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { Controls } from '../definition/control.ts';
import { UnitBus } from './unit-bus.ts';
/** A CAN node, others beside it and the machine's interface, which is up, for tests of a model without QEMU. */
export declare class CanTestBus<C extends Controls> extends UnitBus<CanModel, C> {
    #private;
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
    constructor(model: TypedCanModel<C>, others: readonly TypedCanModel<Controls>[]);
    /** A node beside, whose clock goes with the one of the bus. @throws RangeError when the model is not on the bus */
    node<D extends Controls>(model: TypedCanModel<D>): UnitBus<CanModel, D>;
    step(byUs: number): Promise<void>;
    settle(): Promise<void>;
}
