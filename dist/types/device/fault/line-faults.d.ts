import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';
import type { FaultGate } from './fault-gate.ts';
import { type LinePassing } from './passing.ts';
export interface LineFaultOptions {
    readonly gate: FaultGate;
    readonly log: AccessLog;
    readonly coverage: CoverageCounter;
    /** Calls later, on the device's own clock. */
    readonly after: (delayUs: number, call: () => void) => unknown;
}
/** The way of a line's change from one end to the other: through the faults and into the log. */
export declare class LineFaults {
    #private;
    constructor(options: LineFaultOptions);
    /** `arrive`: the other end sees the line on or off. It is not called for what does not get there. */
    pass(passing: LinePassing, arrive: (isOn: boolean) => void): void;
}
