/** A model threw, or a promise of its rejected: its bug, not the driver's. From then on the device reads all ones. */
export interface ModelCrash {
    /** What it was doing: `write of DMA_COMMAND`. */
    readonly during: string;
    readonly message: string;
    readonly stack: string;
}
export declare function crashOf(during: string, thrown: unknown): ModelCrash;
/**
 * Where a model broke, by its stack, whose first frame that is: an absolute path, and a place in it from 1 on.
 * Undefined: it does not say.
 */
export declare function crashPlace(stack: string): {
    readonly file: string;
    readonly line: number;
    readonly column: number;
} | undefined;
