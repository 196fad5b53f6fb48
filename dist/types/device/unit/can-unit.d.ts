import type { CanNode, HeardFrame } from '../can/can-bus.ts';
import type { CanFrame, CanModel } from '../can/can-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** A node on a CAN bus: instance → faults → log → bus. */
export declare class CanUnit extends DeviceUnit<CanModel> implements CanNode {
    #private;
    constructor(model: CanModel, options: UnitOptions);
    protected get device(): object;
    start(send: (frame: CanFrame) => void): void;
    stop(): void;
    hear(frame: CanFrame): HeardFrame;
}
