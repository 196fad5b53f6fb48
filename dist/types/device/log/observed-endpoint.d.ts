import type { BarAccess, Endpoint, Upstream } from '../pci/endpoint.ts';
import type { RegisterNames } from '../register/bar-map.ts';
import type { AccessLog } from './access-log.ts';
import type { CoverageCounter } from './coverage.ts';
export interface Observation {
    readonly endpoint: Endpoint;
    readonly names: RegisterNames;
    readonly log: AccessLog;
    readonly coverage: CoverageCounter;
    readonly nowUs: () => number;
}
/**
 * Logs everything that passes between a machine and a device, with the effects of faults, because it is on the
 * machine's side.
 */
export declare class ObservedEndpoint implements Endpoint {
    #private;
    constructor(seen: Observation);
    attach(upstream: Upstream): void;
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
}
