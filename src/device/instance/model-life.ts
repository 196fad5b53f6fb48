import { ControlError, type ControlValue, findControl, parseControl } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import { ModelClock, type TimeSource } from './model-clock.ts';
import { crashOf, type ModelCrash } from './model-crash.ts';

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
export class ModelLife {
  readonly clock: ModelClock;
  /** The values of the controls, as handlers see them. */
  readonly controls: Record<string, ControlValue>;
  readonly #model: ModelBase;
  readonly #onCrash: (crash: ModelCrash) => void;
  #crash: ModelCrash | undefined;
  #number = 0;

  constructor(model: ModelBase, { time, isClockStopped = false, onCrash }: LifeOptions) {
    this.#model = model;
    this.#onCrash = onCrash;
    this.clock = new ModelClock(time, (call) => this.guard('a timer', call), isClockStopped);
    this.controls = Object.seal(
      Object.fromEntries(Object.entries(model.controls).map(([name, { initial }]) => [name, initial])),
    );
  }

  get crash(): ModelCrash | undefined {
    return this.#crash;
  }

  /** Counts resets. Whatever started under an earlier number is dropped. */
  get number(): number {
    return this.#number;
  }

  /** A reset: timers are cancelled. */
  restart(): void {
    this.#number++;
    this.clock.cancelAll();
  }

  /** @throws ControlError */
  control(name: string): ControlValue {
    findControl(this.#model.controls, name);
    const value = this.controls[name];
    if (value === undefined) throw new Error(`Internal error: control ${name} has no value`);
    return value;
  }

  /**
   * `device`: what the handler gets. Returns what ends with the model's handler, if that is asynchronous.
   * @throws ControlError when there is no such control, it is read-only, or the value is invalid
   */
  setControl(name: string, given: ControlValue, device: object): Promise<void> | undefined {
    const control = findControl(this.#model.controls, name);
    if (control.readOnly === true) throw new ControlError(`control ${name} is read-only: only the model changes it`);
    const value = parseControl(name, control, given);
    this.controls[name] = value;
    return this.follow(`changed.${name}`, () => this.#model.changed[name]?.(device, value));
  }

  /** Calls the model's code. An exception is the model's crash. */
  guard(during: string, call: () => Handled): void {
    void this.follow(during, call);
  }

  /** Returns the end of an asynchronous handler. It never rejects. */
  follow(during: string, call: () => Handled): Promise<void> | undefined {
    if (this.#crash !== undefined) return undefined;
    try {
      const result = call();
      if (result instanceof Promise) return result.catch((error: unknown) => this.#die(crashOf(during, error)));
    } catch (error) {
      this.#die(crashOf(during, error));
    }
    return undefined;
  }

  /**
   * The result of the model's code, which may take its time. Undefined: the model has crashed, or was reset meanwhile.
   */
  async ask<T>(during: string, call: () => T | Promise<T>): Promise<T | undefined> {
    if (this.#crash !== undefined) return undefined;
    const { number } = this;
    try {
      const result = await call();
      return number === this.#number ? result : undefined;
    } catch (error) {
      if (number === this.#number) this.#die(crashOf(during, error));
      return undefined;
    }
  }

  #die(crash: ModelCrash): void {
    if (this.#crash !== undefined) return;
    this.#crash = crash;
    this.clock.cancelAll();
    this.#onCrash(crash);
  }
}
