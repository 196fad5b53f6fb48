import type { FaultGate } from './fault-gate.ts';
export interface InterruptFaultOptions {
    readonly gate: FaultGate;
    /** Calls later, on the device's own clock. */
    readonly after: (delayUs: number, call: () => void) => unknown;
}
/** Applies faults to the interrupts of a device, on any bus. */
export declare class InterruptFaults {
    #private;
    constructor(options: InterruptFaultOptions);
    /** `again`: tells the machine once more what it has been told; absent: as the first time. */
    raise(vector: number, send: () => void, again?: () => void): void;
    /** The cause of the interrupt is gone. */
    lower(vector: number): void;
}
