import { type FaultHit, type FaultReport, type FaultTrigger, type Settings } from './fault-spec.ts';
/**
 * Numbers from 0 up to 1 that look like chance and are the same for the same seed: a linear congruential generator
 * modulo 2^64 (constants: Knuth, MMIX), whose upper bits are good.
 */
export declare function randomNumbers(seed: number): () => number;
/** How often a fault could have hit and did: what becomes its report. */
export declare class FaultCounter {
    #private;
    constructor({ id, text, trigger }: Pick<FaultReport, 'id' | 'text'> & {
        readonly trigger: FaultTrigger;
    });
    get report(): FaultReport;
    get hasFired(): boolean;
    get isCleared(): boolean;
    /** Counts an access that the fault is for, and says whether this one is hit. */
    hits(describe: () => FaultHit): boolean;
    clear(): void;
}
/** The keys that say which of the accesses counted a fault hits. */
export declare const triggerSettings: readonly string[];
/** @throws FaultSyntaxError */
export declare function readTrigger(settings: Settings): FaultTrigger;
