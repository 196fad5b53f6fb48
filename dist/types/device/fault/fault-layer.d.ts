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
    /** Resolves later, on the clock of whoever waits for a late answer. */
    readonly wait: (delayUs: number) => Promise<void>;
    readonly onFired?: (id: string, access: string) => void;
    /** A fault has pulled the device out. */
    readonly onRemoved?: () => void;
}
/** Breaks what passes between a model and its machine, as told. The model knows nothing of it. */
export declare class FaultLayer implements Endpoint {
    #private;
    readonly set: FaultSet;
    constructor(options: FaultLayerOptions);
    attach(upstream: Upstream): void;
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
}
