import type { FaultEffect, FaultKind, Settings } from '../fault-spec.ts';
/**
 * The kind of access that a fault targets: on PCI and platform devices registers, DMA and interrupts; a transfer of
 * USB, a message of I2C, an exchange of SPI, a frame of a network, a serial line or CAN, a change of a GPIO line.
 * `any`: all that passes.
 */
export type FaultTarget = 'interrupt' | 'dma' | 'read' | 'write' | 'transfer' | 'message' | 'exchange' | 'frame' | 'can-frame' | 'line' | 'any';
export interface FaultDescription {
    /** Several, where buses share the name of a fault. */
    readonly targets: readonly FaultTarget[];
    /** For help and error messages. */
    readonly about: string;
    /** The settings of the effect, in addition to those of all faults with these targets. */
    readonly settings: readonly string[];
    readonly effect: (settings: Settings) => FaultEffect;
}
/** The descriptions of some faults. */
export type FaultsOf<K extends FaultKind> = Readonly<Record<K, FaultDescription>>;
