import type { FaultHit, FaultReport, FaultTrigger } from './fault-spec.ts';
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
