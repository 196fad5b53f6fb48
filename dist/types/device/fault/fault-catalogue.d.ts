import { type FaultEffect, type FaultKind, type Settings } from './fault-spec.ts';
/** The kind of access that a fault targets. `any`: every exchange between device and machine. */
export type FaultTarget = 'interrupt' | 'dma' | 'read' | 'write' | 'any';
export interface FaultDescription {
    readonly target: FaultTarget;
    /** For help and error messages. */
    readonly about: string;
    /** The settings of the effect, in addition to those of all faults with this target. */
    readonly settings: readonly string[];
    readonly effect: (settings: Settings) => FaultEffect;
}
/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export declare const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>>;
/** The settings of every fault. */
export declare const commonSettings: readonly string[];
/** Filters for the accesses that a fault counts, by target. */
export declare const filterSettings: Readonly<Record<FaultTarget, readonly string[]>>;
