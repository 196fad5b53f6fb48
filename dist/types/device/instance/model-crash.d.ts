/** A model threw, or a promise of its rejected: its bug, not the driver's. From then on the device reads all ones. */
export interface ModelCrash {
    /** The operation: `write of DMA_COMMAND`. */
    readonly during: string;
    readonly message: string;
    readonly stack: string;
}
export declare function crashOf(during: string, thrown: unknown): ModelCrash;
/**
 * The place of a crash, from the first stack frame with an absolute path; line and column count from 1. Undefined:
 * none.
 */
export declare function crashPlace(stack: string): {
    readonly file: string;
    readonly line: number;
    readonly column: number;
} | undefined;
