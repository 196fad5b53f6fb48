/** The host's monotonic clock: since boot, so that what several processes write down can be put in order. */
export declare const hostTime: TimeSource;
/** A timer that a model has started. */
export interface Timer {
    readonly cancel: () => void;
}
/** The time of a device. It passes as on the wall, or stands still and is stepped by a test. */
export interface Clock {
    /** Microseconds since the device was made, without those during which the clock stood. */
    readonly nowUs: number;
    /**
     * Calls once, after so many microseconds: `after(100 * ms, …)`. The host's timers are good to about a millisecond.
     */
    readonly after: (delayUs: number, call: () => void | Promise<void>) => Timer;
    /** Calls again and again until it is cancelled. */
    readonly every: (periodUs: number, call: () => void | Promise<void>) => Timer;
}
/** What the clock lives on: the host's own clock, and its timers. */
export interface TimeSource {
    readonly nowUs: () => number;
    /** Calls once; the result takes the call back. */
    readonly wake: (delayUs: number, call: () => void) => () => void;
}
/**
 * Timers in the order in which they are due; of two at one time the older first, so that a stepped clock always does
 * the same.
 */
export declare class ModelClock implements Clock {
    #private;
    /** `run` calls what is due, and takes care of what it throws. */
    constructor(source: TimeSource, run: (call: () => void | Promise<void>) => void, isStopped: boolean);
    get nowUs(): number;
    get isStopped(): boolean;
    readonly after: (delayUs: number, call: () => void | Promise<void>) => Timer;
    readonly every: (periodUs: number, call: () => void | Promise<void>) => Timer;
    /** Time stands still; what is due waits. */
    stop(): void;
    resume(): void;
    /** Lets so much time pass at once, timers included. @throws RangeError while the clock runs by itself. */
    step(byUs: number): void;
    /** Every timer is gone, as after a reset. */
    cancelAll(): void;
}
