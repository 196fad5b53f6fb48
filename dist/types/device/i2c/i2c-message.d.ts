/** A message, as the kernel's `struct i2c_msg`: a start, an address, and bytes in one direction. */
export type I2cMessage = {
    readonly direction: 'out';
    readonly address: number;
    readonly bytes: Buffer;
} | {
    readonly direction: 'in';
    readonly address: number;
    readonly length: number;
};
/**
 * How a message ended on the wire. `nak-address`: nobody is there, or it does not answer. `nak-byte`: the device
 * refused a byte that it was sent. `bus-error`: the controller saw what no device may do. `stuck-low`: the data line
 * does not rise, so that a controller waits until its own time limit. `abandoned`: its controller was reset meanwhile.
 */
export type I2cOutcome = 'done' | 'nak-address' | 'nak-byte' | 'arbitration-lost' | 'bus-error' | 'stuck-low' | 'abandoned';
/** `bytes`: of `in`, what was read; of `out`, what the device has acknowledged. */
export interface I2cResult {
    readonly outcome: I2cOutcome;
    readonly bytes: Buffer;
}
/** A message that ended before its first byte. */
export declare function endedAs(outcome: I2cOutcome): I2cResult;
