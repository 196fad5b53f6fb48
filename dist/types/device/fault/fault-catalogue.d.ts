import { type FaultEffect, type FaultKind, type Settings } from './fault-spec.ts';
/**
 * The kind of access that a fault targets: on PCI and platform devices registers, DMA and interrupts; a transfer of
 * USB, a message of I2C, an exchange of SPI, a frame of a network, a serial line or CAN, a change of a GPIO line.
 * `any`: all that passes.
 */
export type FaultTarget = 'interrupt' | 'dma' | 'read' | 'write' | 'transfer' | 'message' | 'exchange' | 'frame' | 'line' | 'any';
export interface FaultDescription {
    /** Several, where buses share the name of a fault. */
    readonly targets: readonly FaultTarget[];
    /** For help and error messages. */
    readonly about: string;
    /** The settings of the effect, in addition to those of all faults with these targets. */
    readonly settings: readonly string[];
    readonly effect: (settings: Settings) => FaultEffect;
}
/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export declare const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>>;
/** The settings of every fault. */
export declare const commonSettings: readonly string[];
/** Filters for the accesses that a fault counts, by target. */
export declare const filterSettings: Readonly<Record<FaultTarget, readonly string[]>>;
/** The faults of a device that has these kinds of accesses. */
export declare function faultsOn(accesses: readonly FaultTarget[]): readonly FaultKind[];
