import type { FaultTrigger } from './fault-spec.ts';
import { type Settings } from './fault-values.ts';
/** The keys that say which of the accesses counted a fault hits. */
export declare const triggerSettings: readonly string[];
/** @throws FaultSyntaxError */
export declare function readTrigger(settings: Settings): FaultTrigger;
/** Says of the first, the second, … access counted whether it is hit. */
export declare function decider(trigger: FaultTrigger): (count: number) => boolean;
