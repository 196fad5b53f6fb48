import type { RegisterNames } from '../register/bar-map.ts';
import { ActiveFault } from './active-fault.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';
/** What a test asked of the faults of a device cannot be done. */
export declare class FaultError extends Error {
    readonly name = "FaultError";
}
/** The faults of a device, those that were cleared included: whether they ever fired is asked at the end. */
export declare class FaultSet {
    #private;
    constructor(names: RegisterNames);
    get all(): readonly ActiveFault[];
    get reports(): readonly FaultReport[];
    /** @throws FaultError when a fault in force has this id, or the device has no such register. */
    add(spec: FaultSpec): void;
    /** Absent id: all of them. @throws FaultError with the list, when there is none of this id. */
    clear(id?: string): void;
    /** @throws FaultError with the list, when there is none of this id. */
    report(id: string): FaultReport;
}
