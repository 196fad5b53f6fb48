import type { UartLine } from '../serial/uart-line.ts';
/** The far end of a UART's line, for tests of its model. */
export declare class UartTestLine {
    #private;
    /** Undefined: the model is no UART. */
    constructor(line: UartLine | undefined);
    /** The far end sends bytes, or the UTF-8 of a text. @throws RangeError when the model is no UART */
    send(bytes: Uint8Array | string): void;
    /** Returns and removes what the UART has sent. */
    take(): Buffer;
}
