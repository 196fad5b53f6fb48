import type { FaultReport, FaultSpec } from './fault-spec.ts';
import { type Passing, type RegisterPassing } from './passing.ts';
/**
 * The result of a read that faults have hit: they affect the registers that they name, or the whole access if they name
 * none.
 */
export declare function distortRead(bytes: Buffer, { registers }: RegisterPassing, hits: readonly ActiveFault[]): Buffer;
/** The data that arrives. The device reads 0 for a missing part, because it chose the length. */
export declare function distortDma(bytes: Buffer, hits: readonly ActiveFault[], missing: 'pad' | 'cut'): Buffer;
/** An active fault: counts the accesses that it could hit, and decides which it hits. */
export declare class ActiveFault {
    #private;
    readonly spec: FaultSpec;
    constructor(spec: FaultSpec);
    /** It has hit at least once. Lasting effects (a link that is down) start then. */
    get hasFired(): boolean;
    get report(): FaultReport;
    get isCleared(): boolean;
    /** Counts a matching access, and returns whether it is hit. */
    hits(passing: Passing, atUs: number): boolean;
    /** Ends the fault's effect; its report remains. */
    clear(): void;
}
