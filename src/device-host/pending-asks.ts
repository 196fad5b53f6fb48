import { deferred, type Deferred } from '../host/deferred.ts';

interface PendingAsk {
  readonly what: string;
  readonly limitMs: number;
  readonly answer: Deferred<object>;
  timer: NodeJS.Timeout | undefined;
}

/** Questions to the process of the models that wait for answers, each with a time limit. */
export class PendingAsks {
  readonly #onLate: (complaint: string) => void;
  readonly #asks = new Map<number, PendingAsk>();
  #nextId = 1;
  #isTimed = false;

  /** `onLate`: called when a question has waited too long. It remains pending. */
  constructor(onLate: (complaint: string) => void) {
    this.#onLate = onLate;
  }

  /** Returns the number to send with it. */
  add(what: string, limitMs: number): { readonly id: number; readonly answer: Promise<object> } {
    const ask: PendingAsk = { what, limitMs, answer: deferred<object>(), timer: undefined };
    const id = this.#nextId++;
    this.#asks.set(id, ask);
    if (this.#isTimed) this.#startTimer(ask);
    return { id, answer: ask.answer.promise };
  }

  /** Starts the time limits, when the process is ready. */
  startClock(): void {
    if (this.#isTimed) return;
    this.#isTimed = true;
    for (const ask of this.#asks.values()) this.#startTimer(ask);
  }

  /** Settles a question. Unknown numbers are ignored. */
  settle(id: number, result: { readonly ok: object } | { readonly error: Error }): void {
    const ask = this.#asks.get(id);
    if (ask === undefined) return;
    this.#asks.delete(id);
    clearTimeout(ask.timer);
    if ('ok' in result) ask.answer.resolve(result.ok);
    else ask.answer.reject(result.error);
  }

  rejectAll(error: Error): void {
    for (const id of [...this.#asks.keys()]) this.settle(id, { error });
  }

  #startTimer(ask: PendingAsk): void {
    // Pending input is read first: a runner that was busy must not blame the process.
    ask.timer = setTimeout(() => setImmediate(() => this.#tellIfLate(ask)), ask.limitMs);
  }

  #tellIfLate(ask: PendingAsk): void {
    if ([...this.#asks.values()].includes(ask))
      this.#onLate(`${ask.what} was not answered within ${ask.limitMs / 1000} s`);
  }
}
