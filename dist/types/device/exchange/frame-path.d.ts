import type { ActiveFault } from '../fault/active-fault.ts';
import { type ExchangePassing } from '../fault/passing.ts';
import { type PathOptions } from './exchange-path.ts';
/** What becomes of a frame. */
export interface FrameEnds {
    /** Called for each copy that arrives, at once or later. */
    readonly arrived: (frame: Buffer) => void;
    /** It never arrives; with the faults that hit it. */
    readonly lost?: (hits: readonly ActiveFault[]) => void;
}
/**
 * The way of frames between a machine and a model: nobody waits for an answer, so a fault may lose them, delay them,
 * double them and change their order. Through the same faults, log and coverage as an exchange.
 */
export declare class FramePath {
    #private;
    constructor(options: PathOptions);
    /** No fault was ever set: frames may be passed in pieces of any size, because nothing counts them. */
    get isUntouched(): boolean;
    carry(passing: ExchangePassing, frame: Buffer, ends: FrameEnds): void;
    /** Forgets what is still on its way: the other end is a new one. */
    restart(): void;
}
