/** Accesses that come closer than this are a row: a driver polls, or reads a block. */
const rowMs = 0.2;
/** How long to stay awake for the next access of a row. */
const awakeMs = 0.1;
/** Accesses in a row for which each way is tried. */
const trialAccesses = 32;
/** Accesses in a row until both are tried again, because other work on this host comes and goes. */
const termAccesses = 1024;
/** Staying awake takes a processor, so it must be worth it. */
const worthwhile = 0.8;

export interface WakefulnessHost {
  readonly nowMs: () => number;
  /** Calls back when the input that is there now has been read. */
  readonly afterInput: (callback: () => void) => void;
}

const thisHost: WakefulnessHost = { nowMs: () => performance.now(), afterInput: setImmediate };

/**
 * How the process waits for the next access of a row. Asleep, it leaves its processor to others; if there are none, the
 * processor halts, and to wake it takes longer than the access itself, above all in a virtual machine. Awake, it looks
 * for input again and again. What else runs on this host decides which is quicker, so both are tried, again and again.
 */
export class Wakefulness {
  readonly #host: WakefulnessHost;
  readonly #waitsMs = { asleep: [] as number[], awake: [] as number[] };
  #stage: 'asleep on trial' | 'awake on trial' | 'asleep' | 'awake' = 'asleep on trial';
  #termLeft = 0;
  #answeredMs = -Infinity;
  #awakeUntilMs = -Infinity;
  #isInRow = false;
  #isLooking = false;

  constructor(host: WakefulnessHost = thisHost) {
    this.#host = host;
  }

  /** Something has arrived. */
  received(): void {
    const waitedMs = this.#host.nowMs() - this.#answeredMs;
    if (this.#isInRow) this.#learn(waitedMs);
    this.#isInRow = waitedMs < rowMs;
  }

  /** It has been answered. The machine's next access comes when it likes. */
  answered(): void {
    this.#answeredMs = this.#host.nowMs();
  }

  /** Called after `answered`, unless the machine has something to do first, for which it needs the processor. */
  wait(): void {
    if (!this.#isInRow || (this.#stage !== 'awake' && this.#stage !== 'awake on trial')) return;
    this.#awakeUntilMs = this.#answeredMs + awakeMs;
    if (this.#isLooking) return;
    this.#isLooking = true;
    this.#host.afterInput(this.#look);
  }

  readonly #look = (): void => {
    this.#isLooking = this.#host.nowMs() < this.#awakeUntilMs;
    if (this.#isLooking) this.#host.afterInput(this.#look);
  };

  #learn(waitedMs: number): void {
    const { asleep, awake } = this.#waitsMs;
    switch (this.#stage) {
      case 'asleep on trial':
        if (asleep.push(waitedMs) >= trialAccesses) this.#stage = 'awake on trial';
        return;
      case 'awake on trial':
        if (awake.push(waitedMs) >= trialAccesses) this.#decide();
        return;
      case 'asleep':
      case 'awake':
        if (--this.#termLeft <= 0) this.#stage = 'asleep on trial';
    }
  }

  #decide(): void {
    const { asleep, awake } = this.#waitsMs;
    this.#stage = upperQuartile(awake) < worthwhile * upperQuartile(asleep) ? 'awake' : 'asleep';
    this.#termLeft = termAccesses;
    asleep.length = 0;
    awake.length = 0;
  }
}

/** A few waits say something about other work and not about the way; many do say that the way is bad. */
function upperQuartile(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * 0.75)] ?? Infinity;
}
