import type { CanFrame, CanModel, TypedCanModel } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { Controls } from '../definition/control.ts';
import { UnitBus } from './unit-bus.ts';
/** A CAN node and the machine's interface, which is up, for tests of a model without QEMU. */
export declare class CanTestBus<C extends Controls> extends UnitBus<CanModel, C> {
    readonly can: {
        /**
         * The machine sends a frame. Resolves when it was acknowledged and the model has dealt with it, with undefined; or
         * with what went wrong on the bus.
         */
        readonly send: (frame: CanFrame) => Promise<CanError | undefined>;
        /** Returns and removes the frames that the machine has received. */
        readonly take: () => readonly CanFrame[];
        /** Stops the machine's interface and starts it again, which ends `bus-off`. */
        readonly restart: () => void;
    };
    constructor(model: TypedCanModel<C>);
}
