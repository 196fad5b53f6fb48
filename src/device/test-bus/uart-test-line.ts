import type { UartLine } from '../serial/uart-line.ts';

/** The far end of a UART's line, for tests of its model. */
export class UartTestLine {
  readonly #line: UartLine | undefined;
  #sent: Buffer[] = [];

  /** Undefined: the model is no UART. */
  constructor(line: UartLine | undefined) {
    this.#line = line;
    if (line === undefined) return;
    line.farEnd = { serdev: undefined, receive: (bytes) => void this.#sent.push(bytes) };
    line.isUp = true;
  }

  /** The far end sends bytes, or the UTF-8 of a text. @throws RangeError when the model is no UART */
  send(bytes: Uint8Array | string): void {
    if (this.#line === undefined) throw new RangeError('the model has no line: a UART has a handler `received`');
    this.#line.deliver(typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from(bytes));
  }

  /** Returns and removes what the UART has sent. */
  take(): Buffer {
    const sent = Buffer.concat(this.#sent);
    this.#sent = [];
    return sent;
  }
}
