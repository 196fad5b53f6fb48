import type { Exchanged } from '../exchange/outcome.ts';

const cancelledExchange: Exchanged<'transfer'> = { outcome: 'cancelled', bytes: Buffer.alloc(0) };

/** A transfer at its endpoint. */
export interface Turn {
  /** Lets the model see the transfer, unless it was cancelled before. */
  readonly withModel: (
    call: () => Exchanged<'transfer'> | Promise<Exchanged<'transfer'>>,
  ) => Promise<Exchanged<'transfer'>>;
  /** It got as far as the model. */
  readonly wasWithModel: boolean;
}

/** Transfers at endpoints: each endpoint takes one at a time, in order. */
export class Turns {
  #last = new Map<number, Promise<unknown>>();

  /**
   * Carries a transfer out when it is its turn. A cancelled one makes way at once, except while the model works on it:
   * that device is busy.
   */
  async take(
    endpoint: number,
    cancelled: AbortSignal,
    carry: (turn: Turn) => Promise<Exchanged<'transfer'>>,
  ): Promise<Exchanged<'transfer'>> {
    const before = this.#last.get(endpoint);
    const own = (async () => {
      await before;
      return cancelled.aborted ? cancelledExchange : await this.#run(cancelled, carry);
    })();
    this.#last.set(endpoint, own);
    return await own;
  }

  /** Whatever is still under way no longer keeps others waiting. */
  forget(): void {
    this.#last = new Map();
  }

  async #run(
    cancelled: AbortSignal,
    carry: (turn: Turn) => Promise<Exchanged<'transfer'>>,
  ): Promise<Exchanged<'transfer'>> {
    const turn = new OwnTurn(cancelled);
    const carried = carry(turn);
    return await new Promise<Exchanged<'transfer'>>((resolve, reject) => {
      const makeWay = (): void => {
        if (!turn.isWithModel) resolve(cancelledExchange);
      };
      cancelled.addEventListener('abort', makeWay, { once: true });
      void carried.then(resolve, reject).finally(() => cancelled.removeEventListener('abort', makeWay));
    });
  }
}

class OwnTurn implements Turn {
  readonly #cancelled: AbortSignal;
  isWithModel = false;
  wasWithModel = false;

  constructor(cancelled: AbortSignal) {
    this.#cancelled = cancelled;
  }

  readonly withModel = async (
    call: () => Exchanged<'transfer'> | Promise<Exchanged<'transfer'>>,
  ): Promise<Exchanged<'transfer'>> => {
    if (this.#cancelled.aborted) return cancelledExchange;
    this.isWithModel = true;
    this.wasWithModel = true;
    try {
      return await call();
    } finally {
      this.isWithModel = false;
    }
  };
}
