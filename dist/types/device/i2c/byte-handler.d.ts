import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
import { type MessageHandlerParts } from './message-handler.ts';
/** A device whose model gets each byte by itself, as from a slave controller. */
export declare class ByteHandler implements I2cBehaviour {
    #private;
    constructor(parts: MessageHandlerParts);
    nameOf(): undefined;
    reset(): void;
    stop(): void;
    write(bytes: Buffer): Promise<DeviceAnswer>;
    read(length: number): Promise<DeviceAnswer>;
    more(length: number): Promise<Buffer>;
}
