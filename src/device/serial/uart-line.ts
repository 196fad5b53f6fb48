import type { SerialModel } from './serial-definition.ts';

/** What is at the other end of a UART's line. */
export interface FarEnd {
  /** If it has a driver of its own. */
  readonly serdev: SerialModel['serdev'];
  readonly receive: (bytes: Buffer) => void;
}

/** The line of a device that is a UART, to a device at its far end. What is sent while nobody is there is lost. */
export class UartLine {
  /** It is known when the machine starts, also while the line is down. */
  farEnd: FarEnd | undefined;
  /** Whether bytes pass. */
  isUp = false;
  readonly #received: (bytes: Buffer) => void;

  /** `received`: takes what the far end has sent. */
  constructor(received: (bytes: Buffer) => void) {
    this.#received = received;
  }

  /** From the UART. */
  readonly send = (bytes: Uint8Array | string): void => {
    // A copy, because the model may change its buffer.
    if (this.isUp) this.farEnd?.receive(typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes));
  };

  /** From the far end. */
  deliver(bytes: Buffer): void {
    if (this.isUp) this.#received(bytes);
  }
}
