import { bounds } from '../../bounds/bounds.ts';
import type { Exchanged } from '../../device/exchange/outcome.ts';
import { RedirError } from './redir-message.ts';

interface Pending {
  readonly bytes: number;
  readonly cancel: () => void;
}

const cancelled: Exchanged<'transfer'> = { outcome: 'cancelled', bytes: Buffer.alloc(0) };

/** What the machine waits for, by id. Everything is answered once: by the device, or as cancelled. */
export class PendingTransfers {
  readonly #pending = new Map<bigint, Pending>();
  #bytes = 0;

  get count(): number {
    return this.#pending.size;
  }

  /**
   * Begins something that the device answers later. `bytes`: what it holds in memory. @throws RedirError when the
   * machine has too many under way, or uses an id twice
   */
  begin(
    id: bigint,
    bytes: number,
    {
      carry,
      answer,
    }: {
      readonly carry: (cancelled: AbortSignal) => Promise<Exchanged<'transfer'>>;
      readonly answer: (seen: Exchanged<'transfer'>) => void;
    },
  ): void {
    this.#check(id, bytes);
    const controller = new AbortController();
    const end = (seen: Exchanged<'transfer'>): void => {
      if (!this.#pending.delete(id)) return;
      this.#bytes -= bytes;
      answer(seen);
    };
    this.#bytes += bytes;
    this.#pending.set(id, {
      bytes,
      cancel: () => {
        end(cancelled);
        controller.abort();
      },
    });
    void carry(controller.signal).then(end);
  }

  /** By the machine. One that has been answered meanwhile is no mistake. */
  cancel(id: bigint): void {
    this.#pending.get(id)?.cancel();
  }

  cancelAll(): void {
    for (const { cancel } of [...this.#pending.values()]) cancel();
  }

  #check(id: bigint, bytes: number): void {
    const { pendingTransfers, pendingBytes } = bounds.usb;
    if (this.#pending.has(id)) throw new RedirError(`transfer ${id} is already under way`);
    if (this.#pending.size >= pendingTransfers)
      throw new RedirError(`expected at most ${pendingTransfers} transfers under way, found another one`);
    if (this.#bytes + bytes > pendingBytes)
      throw new RedirError(`expected at most ${pendingBytes} bytes under way, found ${this.#bytes + bytes}`);
  }
}
