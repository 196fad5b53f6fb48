import { DmaError } from '../../device/instance/dma.ts';

/**
 * The interrupt line as QEMU has it: a signal masks it, and QEMU unmasks it after the guest's next access to the
 * device, whatever that was. A line that is still high then signals again.
 */
export class InterruptLine {
  readonly #ring: () => Promise<void>;
  #isHigh = false;
  #isMasked = false;

  /** `ring` rejects with a DmaError where nobody will have heard it. */
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
