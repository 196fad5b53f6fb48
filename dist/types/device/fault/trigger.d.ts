import { type FaultHit, type FaultReport, type FaultTrigger, type Settings } from './fault-spec.ts';
/** As `nth`: the fault only counts. No test has that many accesses. */
export declare const neverNth: number;
/**
 * Pseudo-random numbers from 0 up to 1, the same for the same seed: a linear congruential generator modulo 2^64
 * (constants: Knuth, MMIX); only its good upper bits are used.
 */
export declare function randomNumbers(seed: number): () => number;
/** Counts hits and possible hits for a fault's report. */
export declare class FaultCounter {
    #private;
    constructor({ id, text, trigger }: Pick<FaultReport, 'id' | 'text'> & {
        readonly trigger: FaultTrigger;
    });
    get report(): FaultReport;
    get hasFired(): boolean;
    get isCleared(): boolean;
    /** Counts a matching access, and returns whether it is hit. */
    hits(describe: () => FaultHit): boolean;
    /** Counts an access that is hit because of an earlier one, without a decision. */
    again(hit: FaultHit): void;
    clear(): void;
}
/** The keys that determine which counted accesses a fault hits. */
export declare const triggerSettings: readonly string[];
/** @throws FaultSyntaxError */
export declare function readTrigger(settings: Settings): FaultTrigger;
