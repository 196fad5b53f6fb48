import type { RegisterSpan } from '../register/bar-map.ts';
import type { FaultReport, FaultSpec } from './fault-spec.ts';
/**
 * What a guest sees of a read that faults have hit: of the registers they name, or of the whole access where they name
 * none.
 */
export declare function distortRead(bytes: Buffer, { registers }: Passing & {
    kind: 'read' | 'write';
}, hits: readonly ActiveFault[]): Buffer;
/** What arrives of a transfer. What is cut off a read is 0 in the device: its length was the device's own choice. */
export declare function distortDma(bytes: Buffer, hits: readonly ActiveFault[], missing: 'pad' | 'cut'): Buffer;
/** Something that passes between a device and its machine. */
export type Passing = {
    readonly kind: 'read' | 'write';
    readonly bar: number;
    readonly offset: number;
    readonly length: number;
    readonly registers: readonly RegisterSpan[];
} | {
    readonly kind: 'dma';
    readonly direction: 'read' | 'write';
    readonly address: bigint;
    readonly length: number;
} | {
    readonly kind: 'interrupt';
    readonly vector: number;
};
/** A fault in force: counts what it could hit, and says when it does. */
export declare class ActiveFault {
    #private;
    readonly spec: FaultSpec;
    constructor(spec: FaultSpec);
    /** It has hit once; what lasts until it is cleared (a link that is down) begins with that. */
    get hasFired(): boolean;
    get report(): FaultReport;
    get isCleared(): boolean;
    /** Counts an access that is for it, and says whether this one is hit. */
    hits(passing: Passing, atUs: number): boolean;
    /** What it broke works again; what it did stays known. */
    clear(): void;
}
export declare function describePassing(passing: Passing): string;
