import { DmaError } from '../../device/instance/dma.ts';

/**
 * The interrupt line as QEMU handles it: a signal masks it, and QEMU unmasks it after the guest's next access to the
 * device, whatever that was. If the line is still high, it signals again.
 */
export class InterruptLine {
  readonly #ring: () => Promise<void>;
  #isHigh = false;
  #isMasked = false;

  /** `ring` rejects with a DmaError if nobody received it. */
  constructor(ring: () => Promise<void>) {
    this.#ring = ring;
  }

  set(isHigh: boolean): void {
    this.#isHigh = isHigh;
    this.#signal();
  }

  unmask(): void {
    this.#isMasked = false;
    this.#signal();
  }

  #signal(): void {
    if (!this.#isHigh || this.#isMasked) return;
    this.#isMasked = true;
    this.#ring().catch((error: unknown) => {
      if (!(error instanceof DmaError)) throw error;
      this.#isMasked = false;
    });
  }
}
