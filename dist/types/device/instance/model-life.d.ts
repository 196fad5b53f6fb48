import { type ControlValue } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import { ModelClock, type TimeSource } from './model-clock.ts';
import { type ModelCrash } from './model-crash.ts';
export interface LifeOptions {
    readonly time: TimeSource;
    /** Whether the clock is stopped initially. */
    readonly isClockStopped?: boolean;
    /** Called once, when the model throws. */
    readonly onCrash: (crash: ModelCrash) => void;
}
/**
 * What the instances of all models have, whatever their bus: a clock, controls, and a guard that contains exceptions.
 * A model that has thrown runs no handler any more.
 */
export declare class ModelLife {
    #private;
    readonly clock: ModelClock;
    /** The values of the controls, as handlers see them. */
    readonly controls: Record<string, ControlValue>;
    constructor(model: ModelBase, { time, isClockStopped, onCrash }: LifeOptions);
    get crash(): ModelCrash | undefined;
    /** Counts resets. Whatever started under an earlier number is dropped. */
    get number(): number;
    /** A reset: timers are cancelled. */
    restart(): void;
    /** @throws ControlError */
    control(name: string): ControlValue;
    /**
     * `device`: what the handler gets. Returns what ends with the model's handler, if that is asynchronous.
     * @throws ControlError when there is no such control, it is read-only, or the value is invalid
     */
    setControl(name: string, given: ControlValue, device: object): Promise<void> | undefined;
    /** Calls the model's code. An exception is the model's crash. */
    guard(during: string, call: () => Handled): void;
    /** Returns the end of an asynchronous handler. It never rejects. */
    follow(during: string, call: () => Handled): Promise<void> | undefined;
    /**
     * The result of the model's code, which may take its time. Undefined: the model has crashed, or was reset meanwhile.
     */
    ask<T>(during: string, call: () => T | Promise<T>): Promise<T | undefined>;
}
