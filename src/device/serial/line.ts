/** A serial line to the other end: the machine's UART, or the device behind a UART. */
export interface Line {
  /** Sends bytes, or the UTF-8 of a text. They are lost if nobody is there, or does not take them in time. */
  readonly send: (bytes: Uint8Array | string) => void;
}
