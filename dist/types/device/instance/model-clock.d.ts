/** The host's monotonic clock. It counts from boot, so times of several processes can be compared. */
export declare const hostTime: TimeSource;
/** A timer of a model. */
export interface Timer {
    readonly cancel: () => void;
}
/** The time of a device. It runs in real time, or is stopped and stepped by a test. */
export interface Clock {
    /** Microseconds since the device was created, without those while the clock was stopped. */
    readonly nowUs: number;
    /**
     * Calls once after a delay in microseconds: `after(100 * ms, …)`. The host's timers are accurate to about a
     * millisecond.
     */
    readonly after: (delayUs: number, call: () => void | Promise<void>) => Timer;
    /** Calls repeatedly until it is cancelled. */
    readonly every: (periodUs: number, call: () => void | Promise<void>) => Timer;
}
/** The basis of the clock: the host's clock and timers. */
export interface TimeSource {
    readonly nowUs: () => number;
    /** Calls once; the returned function cancels the call. */
    readonly wake: (delayUs: number, call: () => void) => () => void;
}
/**
 * Timers in the order of their due times; equal ones in the order of their start, so that a stepped clock is
 * deterministic.
 */
export declare class ModelClock implements Clock {
    #private;
    /** `run` executes due calls and handles their exceptions. */
    constructor(source: TimeSource, run: (call: () => void | Promise<void>) => void, isStopped: boolean);
    get nowUs(): number;
    get isStopped(): boolean;
    readonly after: (delayUs: number, call: () => void | Promise<void>) => Timer;
    readonly every: (periodUs: number, call: () => void | Promise<void>) => Timer;
    /** Stops the clock; due calls wait. */
    stop(): void;
    resume(): void;
    /** Advances the clock, including its timers. @throws RangeError while the clock runs by itself */
    step(byUs: number): void;
    /** Cancels all timers, as at a reset. */
    cancelAll(): void;
}
