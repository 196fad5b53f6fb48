import { ActiveFault } from './active-fault.ts';
import { type DeviceParts } from './device-parts.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';
/** A test's request about a device's faults is invalid. */
export declare class FaultError extends Error {
    readonly name = "FaultError";
}
/** The faults of a device, including cleared ones, because a test may ask later whether they fired. */
export declare class FaultSet {
    #private;
    constructor(parts: DeviceParts);
    get all(): readonly ActiveFault[];
    get reports(): readonly FaultReport[];
    /** @throws FaultError when an active fault has this id, or it fits nothing of this device */
    add(spec: FaultSpec): void;
    /** Without an id, clears all. @throws FaultError with the list, when the id is unknown */
    clear(id?: string): void;
    /** @throws FaultError with the list, when the id is unknown */
    report(id: string): FaultReport;
}
