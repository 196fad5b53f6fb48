import type { FaultGate } from '../fault/fault-gate.ts';
import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';
/** A line of a board, as the device at it drives it. */
export interface LinePort {
    /** At its active level from now on. */
    readonly raise: () => void;
    readonly lower: () => void;
    /** The machine is told of an event, although nothing has changed. */
    readonly again: () => void;
}
/** A device without a line, or not on a board yet. */
export declare const noLine: LinePort;
/** The interrupt line of a device, in its model's handlers. */
export interface LineControl {
    /** The device wants attention: the line is at its active level until `lower`. */
    readonly raise: () => void;
    readonly lower: () => void;
}
/** The only interrupt of a device behind a board, for faults and coverage. */
export declare const lineVector = 0;
export declare const lineVectorName = "line";
export interface DeviceLineOptions {
    readonly gate: FaultGate;
    readonly log: AccessLog;
    readonly coverage: CoverageCounter;
    readonly after: (delayUs: number, call: () => void) => unknown;
}
/** The interrupt line of a device behind a board: through its faults and into its log. */
export declare class DeviceLine implements LineControl {
    #private;
    constructor(options: DeviceLineOptions);
    connect(port: LinePort): void;
    readonly raise: () => void;
    readonly lower: () => void;
}
