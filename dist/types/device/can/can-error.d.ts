/** What goes wrong with a frame on the bus. The controller of its sender reports it. */
export type CanError = 'ack' | 'bit' | 'stuff' | 'form' | 'crc' | 'bus-off';
/** Those that a test can choose for one frame. */
export declare const frameErrors: readonly ["ack", "bit", "stuff", "form", "crc"];
/** The error as a frame, which is how a CAN interface tells it. */
export declare function errorFrame(error: CanError): {
    readonly id: number;
    readonly data: Uint8Array;
};
