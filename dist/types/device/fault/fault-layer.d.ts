import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
import { FaultSet } from './fault-set.ts';
export interface FaultLayerOptions {
    readonly endpoint: Endpoint;
    readonly names: RegisterNames;
    /** The host's monotonic clock. */
    readonly nowUs: () => number;
    /** Calls later, on the device's own clock. */
    readonly after: (delayUs: number, call: () => void) => unknown;
    /** Resolves later, on the clock for late answers. */
    readonly wait: (delayUs: number) => Promise<void>;
    readonly onFired?: (id: string, access: string) => void;
    /** Called when a fault removes the device. */
    readonly onRemoved?: () => void;
}
/** Applies faults to everything that passes between a model and its machine. The model does not notice. */
export declare class FaultLayer implements Endpoint {
    #private;
    readonly set: FaultSet;
    constructor(options: FaultLayerOptions);
    attach(upstream: Upstream): void;
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
}
