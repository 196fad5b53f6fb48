import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
import type { FaultGate } from './fault-gate.ts';
export interface PciFaultOptions {
    readonly endpoint: Endpoint;
    readonly gate: FaultGate;
    readonly names: RegisterNames;
    /** Calls later, on the device's own clock. */
    readonly after: (delayUs: number, call: () => void) => unknown;
    /** Resolves later, on the clock for late answers. */
    readonly wait: (delayUs: number) => Promise<void>;
}
/** Applies faults to what passes between a model with registers and its machine. The model does not notice. */
export declare class PciFaultLayer implements Endpoint {
    #private;
    constructor(options: PciFaultOptions);
    attach(upstream: Upstream): void;
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
}
