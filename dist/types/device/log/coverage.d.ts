import type { Interrupts } from '../definition/definition.ts';
import type { Register } from '../definition/register.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import type { HardwareCoverage } from './hardware-coverage.ts';
/** The parts of a device that are counted. */
export interface Countable {
    /** Registers and memories, as in the BARs of a PCI device. */
    readonly places: readonly {
        readonly registers?: Readonly<Record<string, Pick<Register, 'fields'>>>;
        readonly memory?: Readonly<Record<string, unknown>>;
    }[];
    /** The names of the interrupts, by number. */
    readonly vectors: readonly string[];
    /** Names of what is exchanged: endpoints, control requests, frames. */
    readonly exchanges: readonly string[];
    /** Lines of a device that has other exchanges, or registers. */
    readonly lines?: readonly string[];
    readonly hasDma?: boolean;
}
/** A vector without a name has its number. */
export declare function vectorNames({ msi, msix, intx, names }: Interrupts): readonly string[];
/** Counts accesses. Its size depends only on the model. */
export declare class CoverageCounter {
    #private;
    constructor({ places, vectors, exchanges, lines, hasDma }: Countable);
    access(kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer): void;
    dma(direction: 'read' | 'write', length: number): void;
    interrupt(vector: number): void;
    /**
     * An exchange that came to its end. One of what the model does not declare is unmapped, unless all that it has are
     * registers, which are counted for themselves.
     */
    exchange(name: string, bytes: number): void;
    /** The last exchange of this name has gone on. */
    moreOfExchange(name: string, bytes: number): void;
    get coverage(): HardwareCoverage;
}
/** The sum for two devices of one model. If their models differ, it contains everything that either declares. */
export declare function addCoverage(a: HardwareCoverage, b: HardwareCoverage): HardwareCoverage;
