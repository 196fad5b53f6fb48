import type { CanFrame, CanModel } from '../can/can-definition.ts';
import type { CanError } from '../can/can-error.ts';
import type { CanBus } from '../can/gs-usb.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** A node on the machine's CAN bus, which it acknowledges alone: instance → faults → log → bus. */
export declare class CanUnit extends DeviceUnit<CanModel> implements CanBus {
    #private;
    constructor(model: CanModel, options: UnitOptions);
    protected get device(): object;
    start(tell: (frame: CanFrame) => void): void;
    stop(): void;
    send(frame: CanFrame, ended: (error: CanError | undefined) => void): void;
}
