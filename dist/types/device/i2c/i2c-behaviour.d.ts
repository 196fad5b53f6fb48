/** What a device says to a message: nothing, or how far it goes along. Its bytes are those of the read or the write. */
export type DeviceAnswer = 'nak' | Buffer;
/** The part of a device that differs between register maps and models that carry out messages or bytes. */
export interface I2cBehaviour {
    /** The part of the device that a message is for; undefined: none that has a name. */
    readonly nameOf: (sent: Buffer | undefined) => string | undefined;
    /** Returns the bytes that were acknowledged. */
    readonly write: (bytes: Buffer) => Promise<DeviceAnswer>;
    readonly read: (length: number) => Promise<DeviceAnswer>;
    /** The read before goes on. */
    readonly more: (length: number) => Promise<Buffer>;
    readonly reset: () => void;
    /** The transaction is over, perhaps in the middle of a message. */
    readonly stop?: () => void;
}
