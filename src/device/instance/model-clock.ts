/** The host's monotonic clock: since boot, so that what several processes write down can be put in order. */
export const hostTime: TimeSource = {
  nowUs: () => Number(process.hrtime.bigint() / 1000n),
  wake: (delayUs, call) => {
    const timer = setTimeout(call, Math.ceil(delayUs / 1000));
    return () => clearTimeout(timer);
  },
};

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

interface Pending {
  readonly dueUs: number;
  readonly order: number;
  readonly call: () => void | Promise<void>;
}

/** What a guest can make a model start must end somewhere. */
const maxTimers = 10_000;

/**
 * Timers in the order in which they are due; of two at one time the older first, so that a stepped clock always does
 * the same.
 */
export class ModelClock implements Clock {
  readonly #source: TimeSource;
  readonly #run: (call: () => void | Promise<void>) => void;
  readonly #pending = new Set<Pending>();
  /** The device's time at `#sinceUs` of the source. */
  #baseUs = 0;
  #sinceUs: number;
  #isStopped: boolean;
  #order = 0;
  #takeBackWake: () => void = () => undefined;

  /** `run` calls what is due, and takes care of what it throws. */
  constructor(source: TimeSource, run: (call: () => void | Promise<void>) => void, isStopped: boolean) {
    this.#source = source;
    this.#run = run;
    this.#sinceUs = source.nowUs();
    this.#isStopped = isStopped;
  }

  get nowUs(): number {
    return this.#isStopped ? this.#baseUs : this.#baseUs + (this.#source.nowUs() - this.#sinceUs);
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }

  readonly after = (delayUs: number, call: () => void | Promise<void>): Timer => {
    checkTime('delay', delayUs, 0);
    return this.#start(this.nowUs + delayUs, call);
  };

  readonly every = (periodUs: number, call: () => void | Promise<void>): Timer => {
    checkTime('period', periodUs, 1);
    let dueUs = this.nowUs + periodUs;
    const again = (): void | Promise<void> => {
      // From when it was due, so that a host's late timer does not slow the device down; what it slept through is not
      // made up for.
      dueUs = Math.max(dueUs + periodUs, this.nowUs);
      current = this.#start(dueUs, again);
      return call();
    };
    let current = this.#start(dueUs, again);
    return { cancel: () => current.cancel() };
  };

  #start(dueUs: number, call: () => void | Promise<void>): Timer {
    if (this.#pending.size >= maxTimers)
      throw new Error(`the model has ${maxTimers} timers running, and starts another: is one missing a cancel()?`);
    const timer: Pending = { dueUs, order: this.#order++, call };
    this.#pending.add(timer);
    this.#arm();
    return { cancel: () => void this.#pending.delete(timer) };
  }

  /** Time stands still; what is due waits. */
  stop(): void {
    this.#baseUs = this.nowUs;
    this.#isStopped = true;
    this.#takeBackWake();
  }

  resume(): void {
    if (!this.#isStopped) return;
    this.#sinceUs = this.#source.nowUs();
    this.#isStopped = false;
    this.#arm();
  }

  /** Lets so much time pass at once, timers included. @throws RangeError while the clock runs by itself. */
  step(byUs: number): void {
    checkTime('step', byUs, 0);
    if (!this.#isStopped) throw new RangeError('the clock runs; stop it before stepping it');
    const endUs = this.#baseUs + byUs;
    for (let next = this.#next(); next !== undefined && next.dueUs <= endUs; next = this.#next()) {
      this.#baseUs = Math.max(this.#baseUs, next.dueUs);
      this.#fire(next);
    }
    this.#baseUs = Math.max(this.#baseUs, endUs);
  }

  /** Every timer is gone, as after a reset. */
  cancelAll(): void {
    this.#pending.clear();
    this.#takeBackWake();
  }

  #next(): Pending | undefined {
    let first: Pending | undefined;
    for (const timer of this.#pending) {
      if (
        first === undefined ||
        timer.dueUs < first.dueUs ||
        (timer.dueUs === first.dueUs && timer.order < first.order)
      )
        first = timer;
    }
    return first;
  }

  #fire(timer: Pending): void {
    this.#pending.delete(timer);
    this.#run(timer.call);
  }

  #arm(): void {
    this.#takeBackWake();
    const next = this.#next();
    if (this.#isStopped || next === undefined) return;
    this.#takeBackWake = this.#source.wake(Math.max(0, next.dueUs - this.nowUs), () => this.#wake());
  }

  #wake(): void {
    // What these calls start is due later, even at once: other work of the process gets its turn.
    const nowUs = this.nowUs;
    const due = [...this.#pending]
      .filter((timer) => timer.dueUs <= nowUs)
      .sort((a, b) => a.dueUs - b.dueUs || a.order - b.order);
    for (const timer of due) if (this.#pending.has(timer)) this.#fire(timer);
    this.#arm();
  }
}

function checkTime(what: string, valueUs: number, leastUs: number): void {
  if (!Number.isFinite(valueUs) || valueUs < leastUs)
    throw new RangeError(`${what}: expected at least ${leastUs} microseconds, found ${valueUs}`);
}
