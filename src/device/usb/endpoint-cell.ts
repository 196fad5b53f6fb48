import { InQueue } from './in-queue.ts';
import type { LaidEndpoint } from './usb-layout.ts';

/** An endpoint at work: whether it stalls, and what it has for the machine. */
export class EndpointCell {
  readonly laid: LaidEndpoint;
  readonly queue = new InQueue();
  readonly #waiting = new Set<() => void>();
  #isHalted = false;

  constructor(laid: LaidEndpoint) {
    this.laid = laid;
  }

  get isHalted(): boolean {
    return this.#isHalted;
  }

  set isHalted(isHalted: boolean) {
    this.#isHalted = isHalted;
    this.#wake();
  }

  /** False: the queue is full. @throws RangeError for more than a packet on an interrupt endpoint */
  send(bytes: Uint8Array, ends: boolean): boolean {
    const { name, type, packet } = this.laid;
    if (type === 'interrupt' && bytes.length > packet)
      throw new RangeError(
        `endpoints.${name}.send: an interrupt transfer has at most one packet, here ${packet} bytes, ` +
          `found ${bytes.length}`,
      );
    const isQueued = this.queue.push(bytes, ends);
    this.#wake();
    return isQueued;
  }

  /** As after power-on. */
  reset(): void {
    this.queue.flush();
    this.isHalted = false;
  }

  /** Resolves when it has an answer to a machine that asks for so many bytes, or when it is too late. */
  async answerable(length: number, cancelled: AbortSignal): Promise<void> {
    while (!this.#isHalted && !this.queue.isReady(length) && !cancelled.aborted) await this.#change(cancelled);
  }

  /** Resolves when it no longer stalls. Or when it is too late. */
  async cleared(cancelled: AbortSignal): Promise<void> {
    while (this.#isHalted && !cancelled.aborted) await this.#change(cancelled);
  }

  async #change(cancelled: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        cancelled.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      cancelled.addEventListener('abort', wake);
    });
  }

  #wake(): void {
    for (const wake of [...this.#waiting]) wake();
  }
}
