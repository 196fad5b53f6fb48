import type { FaultDescription, FaultTarget } from './catalogue/fault-description.ts';
import type { FaultKind } from './fault-spec.ts';
/** All faults. A fault with a required setting throws a FaultSyntaxError without it. */
export declare const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>>;
/** The settings of every fault. */
export declare const commonSettings: readonly string[];
/** Filters for the accesses that a fault counts, by target. */
export declare const filterSettings: Readonly<Record<FaultTarget, readonly string[]>>;
/** The faults of a device that has these kinds of accesses. */
export declare function faultsOn(accesses: readonly FaultTarget[]): readonly FaultKind[];
