import type { ActiveFault } from '../fault/active-fault.ts';
import { type ExchangePassing } from '../fault/passing.ts';
import { type PathOptions } from './exchange-path.ts';
/** What becomes of a frame. */
export interface FrameEnds {
    /** Called for each copy that arrives, at once or later. */
    readonly arrived: (frame: Buffer) => void;
    /** It never arrives. */
    readonly lost?: () => void;
}
/** A frame whose faults are counted, before it is on its way. Either of `go` and `destroy` is called. */
export interface JudgedFrame {
    /** The faults that it does not survive, none if the way is cut; undefined: it arrives, at once or later. */
    readonly lostTo: readonly ActiveFault[] | undefined;
    readonly go: () => void;
    /** Something else has destroyed it on its way. */
    readonly destroy: () => void;
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
    /** For a frame that goes to several: what happens at one of them may decide for all. */
    judge(passing: ExchangePassing, frame: Buffer, ends: FrameEnds): JudgedFrame;
    /** Forgets what is still on its way: the other end is a new one. */
    restart(): void;
}
