/** How much of a field a driver has used. */
export interface FieldCoverage {
    readonly reads: number;
    /** Writes of zero to all bits of the field, and writes with a set bit. */
    readonly writtenZero: number;
    readonly writtenNonZero: number;
}
export interface RegisterCoverage {
    readonly reads: number;
    readonly writes: number;
    readonly fields: Readonly<Record<string, FieldCoverage>>;
}
/** How often something passed that is no access to a register, and how many bytes in all. */
export interface ExchangeCoverage {
    readonly count: number;
    readonly bytes: number;
}
/** Transfers that the device began. */
export interface DmaCoverage {
    readonly reads: number;
    readonly writes: number;
    readonly bytes: number;
}
/**
 * The parts of a device that a driver has used. Contains everything that the model declares, with zeros for unused
 * parts.
 */
export interface HardwareCoverage {
    readonly registers: Readonly<Record<string, RegisterCoverage>>;
    /** By the vector's name, or else its number. */
    readonly interrupts: Readonly<Record<string, number>>;
    /** Absent: no device of its bus can begin transfers. */
    readonly dma?: DmaCoverage;
    /** Accesses outside everything that the model declares, probably a bug of the driver. */
    readonly unmapped: number;
    /** By name: endpoints and control requests of USB, messages, frames. Absent: the bus has only registers. */
    readonly exchanges?: Readonly<Record<string, ExchangeCoverage>>;
}
