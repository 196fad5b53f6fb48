import { type ControlValue } from '../definition/control.ts';
import type { DeviceModel } from '../definition/definition.ts';
import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import { ModelClock, type TimeSource } from './model-clock.ts';
import { type ModelCrash } from './model-crash.ts';
export interface InstanceOptions {
    readonly time: TimeSource;
    /** Whether the clock is stopped initially. */
    readonly isClockStopped?: boolean;
    /** Called once, when the model throws. */
    readonly onCrash: (crash: ModelCrash) => void;
}
/** A model's device in one machine: its registers, state and clock. Its exceptions are contained here. */
export declare class DeviceInstance implements Endpoint {
    #private;
    readonly model: DeviceModel;
    readonly clock: ModelClock;
    constructor(model: DeviceModel, { time, isClockStopped, onCrash }: InstanceOptions);
    get crash(): ModelCrash | undefined;
    attach(upstream: Upstream): void;
    read({ bar, offset, length }: BarAccess): Buffer;
    write({ bar, offset, length }: BarAccess, bytes: Buffer): void;
    reset(): void;
    /** @throws ControlError */
    control(name: string): ControlValue;
    /**
     * Returns what ends with the model's handler, if that is asynchronous. @throws ControlError when there is no such
     * control, it is read-only, or the value is invalid
     */
    setControl(name: string, given: ControlValue): Promise<void> | undefined;
}
