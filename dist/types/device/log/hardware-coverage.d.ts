/** How much of a field a driver has used. */
export interface FieldCoverage {
    readonly reads: number;
    /** Writes that changed nothing but zeros, and writes with a bit of it set. */
    readonly writtenZero: number;
    readonly writtenNonZero: number;
}
export interface RegisterCoverage {
    readonly reads: number;
    readonly writes: number;
    readonly fields: Readonly<Record<string, FieldCoverage>>;
}
/** What of a device a driver has touched. Everything that the model declares is in it, with zeros where nothing was. */
export interface HardwareCoverage {
    readonly registers: Readonly<Record<string, RegisterCoverage>>;
    /** By name of the vector, or its number. */
    readonly interrupts: Readonly<Record<string, number>>;
    readonly dma: {
        readonly reads: number;
        readonly writes: number;
        readonly bytes: number;
    };
    /** Accesses where the model declares nothing: a driver that is lost. */
    readonly unmapped: number;
}
