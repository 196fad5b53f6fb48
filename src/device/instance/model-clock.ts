/** The host's monotonic clock. It counts from boot, so times of several processes can be compared. */
export const hostTime: TimeSource = {
  nowUs: () => Number(process.hrtime.bigint() / 1000n),
  wake: (delayUs, call) => {
    const timer = setTimeout(call, Math.ceil(delayUs / 1000));
    return () => clearTimeout(timer);
  },
};

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

interface Pending {
  readonly dueUs: number;
  readonly order: number;
  readonly call: () => void | Promise<void>;
}

/** A limit, because a guest can make a model start timers. */
const maxTimers = 10_000;

/**
 * Timers in the order of their due times; equal ones in the order of their start, so that a stepped clock is
 * deterministic.
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

  /** `run` executes due calls and handles their exceptions. */
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
      // Counted from the due time, so that late host timers do not slow the device down. Missed calls are not repeated.
      dueUs = Math.max(dueUs + periodUs, this.nowUs);
      current = this.#start(dueUs, again);
      return call();
    };
    let current = this.#start(dueUs, again);
    return { cancel: () => current.cancel() };
  };

  #start(dueUs: number, call: () => void | Promise<void>): Timer {
    if (this.#pending.size >= maxTimers)
      throw new Error(
        `expected at most ${maxTimers} running timers of the model, found another one; is a cancel() missing?`,
      );
    const timer: Pending = { dueUs, order: this.#order++, call };
    this.#pending.add(timer);
    this.#arm();
    return { cancel: () => void this.#pending.delete(timer) };
  }

  /** Stops the clock; due calls wait. */
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

  /** Advances the clock, including its timers. @throws RangeError while the clock runs by itself */
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

  /** Cancels all timers, as at a reset. */
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
    // Calls that these start are due later, even without delay, so that other work gets its turn.
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
