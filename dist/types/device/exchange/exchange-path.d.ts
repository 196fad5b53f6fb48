import type { ActiveFault } from '../fault/active-fault.ts';
import type { FaultGate } from '../fault/fault-gate.ts';
import { type ExchangePassing } from '../fault/passing.ts';
import type { AccessLog } from '../log/access-log.ts';
import type { CoverageCounter } from '../log/coverage.ts';
import type { AskedKind, Exchanged } from './outcome.ts';
export interface PathOptions {
    readonly gate: FaultGate;
    readonly log: AccessLog;
    readonly coverage: CoverageCounter;
    readonly nowUs: () => number;
    /** Resolves later, on the clock for late answers. */
    readonly wait: (delayUs: number) => Promise<void>;
}
/** Asks the model. `hits`: the faults of this exchange, for those that only its bus can carry out. */
export type AskModel<K extends AskedKind> = (sent: Buffer, hits: readonly ActiveFault[]) => Exchanged<K> | Promise<Exchanged<K>>;
/**
 * The way of an exchange from a machine to a model and back, on any bus but PCI: through the faults and into the log.
 * What an outcome is on the wire is the bus's matter.
 */
export declare class ExchangePath {
    #private;
    constructor(options: PathOptions);
    /** `sent`: the bytes for the device, empty for `in`. */
    carry<K extends AskedKind>(passing: ExchangePassing<K>, sent: Buffer, model: AskModel<K>): Promise<Exchanged<K>>;
}
/** The sum of all delays. */
export declare function latenessUs(hits: readonly ActiveFault[]): number;
/** What arrives of these bytes. */
export declare function distort(bytes: Buffer, hits: readonly ActiveFault[]): Buffer;
