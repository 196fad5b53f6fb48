/** A model threw, or a promise of its rejected: its bug, not the driver's. From then on the device reads all ones. */
export interface ModelCrash {
    /** What it was doing: `write of DMA_COMMAND`. */
    readonly during: string;
    readonly message: string;
    readonly stack: string;
}
export declare function crashOf(during: string, thrown: unknown): ModelCrash;
