import { type FaultEffect, type FaultKind, type Settings } from './fault-spec.ts';
/** What an access is to a fault. `any`: whatever passes between the device and the machine. */
export type FaultTarget = 'interrupt' | 'dma' | 'read' | 'write' | 'any';
export interface FaultDescription {
    readonly target: FaultTarget;
    /** For help and error messages. */
    readonly about: string;
    /** The settings that belong to the effect, beside those of every fault of its target. */
    readonly settings: readonly string[];
    readonly effect: (settings: Settings) => FaultEffect;
}
/** Every fault there is. One that needs a setting throws a FaultSyntaxError without it. */
export declare const faultCatalogue: Readonly<Record<FaultKind, FaultDescription>>;
/** What every fault may be given. */
export declare const commonSettings: readonly string[];
/** What narrows the accesses that a fault counts, by what they are. */
export declare const filterSettings: Readonly<Record<FaultTarget, readonly string[]>>;
