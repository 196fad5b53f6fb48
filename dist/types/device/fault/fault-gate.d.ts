import type { ActiveFault } from './active-fault.ts';
import type { DeviceParts } from './device-parts.ts';
import { FaultSet } from './fault-set.ts';
import { type Passing } from './passing.ts';
export interface GateOptions {
    readonly parts: DeviceParts;
    /** The host's monotonic clock. */
    readonly nowUs: () => number;
    readonly onFired?: (id: string, access: string) => void;
    /** Called when a fault removes the device. */
    readonly onRemoved?: () => void;
}
/** Counts everything that passes between a device and its machine, and tells which faults hit it. */
export declare class FaultGate {
    #private;
    readonly set: FaultSet;
    constructor(options: GateOptions);
    /** No fault was ever set, so that nothing needs to be counted. */
    get isUntouched(): boolean;
    /** A fault has removed the device. */
    get isRemoved(): boolean;
    /** Nothing passes now: the device is gone, or its link is down. */
    get isClosed(): boolean;
    /**
     * Nothing passes: the device is gone, or its link is down. The access that triggers this is the first that does not
     * pass.
     */
    isCut(passing: Passing): boolean;
    /** The other faults that hit this. */
    hits(passing: Passing): readonly ActiveFault[];
}
