export interface PulseOptions {
  /** Between two questions. */
  readonly everyMs: number;
  /** From a question that is not answered until `onSilence`. */
  readonly silenceMs: number;
  /** Resolves or rejects when the question is settled. */
  readonly ask: () => Promise<unknown>;
  readonly onSilence: () => void;
}

/**
 * Asks regularly whether a process is alive. A process that is stopped, or stuck in one call, blocks its machine
 * without any message. Disposing ends it.
 */
export class Pulse implements Disposable {
  readonly #options: PulseOptions;
  readonly #interval: NodeJS.Timeout;
  #isAsked = false;

  constructor(options: PulseOptions) {
    this.#options = options;
    // A question in time for the silence to be noticed.
    const everyMs = Math.min(options.everyMs, options.silenceMs / 2);
    this.#interval = setInterval(() => this.#beat(), everyMs).unref();
  }

  [Symbol.dispose](): void {
    clearInterval(this.#interval);
  }

  #beat(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const { silenceMs, ask, onSilence } = this.#options;
    // Pending input is read first: a runner that was busy must not blame the process.
    const timer = setTimeout(() => setImmediate(() => this.#isAsked && onSilence()), silenceMs).unref();
    const settled = (): void => {
      this.#isAsked = false;
      clearTimeout(timer);
    };
    ask().then(settled, settled);
  }
}
