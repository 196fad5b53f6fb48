import { joinTriggers, type Trigger } from './choose-tests.ts';

/** What ends the wait between two runs. */
export type Message = Trigger | { readonly kind: 'shell' } | { readonly kind: 'prompt' } | { readonly kind: 'quit' };

/** Messages from keys, files and signals, in their order. Changes that nothing has taken yet become one. */
export class Inbox {
  readonly #onArrival: (message: Message) => void;
  readonly #waiting: Message[] = [];
  #wake: (() => void) | undefined;

  /** `onArrival` learns of a message at once, so that it can interrupt what is going on. */
  constructor(onArrival: (message: Message) => void) {
    this.#onArrival = onArrival;
  }

  get hasMore(): boolean {
    return this.#waiting.length > 0;
  }

  put(message: Message): void {
    this.#waiting.push(this.#merged(message));
    this.#onArrival(message);
    this.#wake?.();
  }

  async take(): Promise<Message> {
    for (;;) {
      const message = this.#waiting.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  #merged(message: Message): Message {
    const last = this.#waiting.at(-1);
    if (message.kind !== 'changed' || last?.kind !== 'changed') return message;
    this.#waiting.pop();
    return joinTriggers(last, message);
  }
}
