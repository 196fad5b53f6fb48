import type { ModelLife } from '../instance/model-life.ts';
import type { I2cModel } from './i2c-definition.ts';
import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
export interface MessageHandlerParts {
    readonly model: I2cModel;
    readonly life: ModelLife;
    /** What handlers get. */
    readonly device: object;
}
/** A device whose model carries out whole messages. */
export declare class MessageHandler implements I2cBehaviour {
    #private;
    constructor(parts: MessageHandlerParts);
    nameOf(): undefined;
    reset(): void;
    write(bytes: Buffer): Promise<DeviceAnswer>;
    read(length: number): Promise<DeviceAnswer>;
    more(length: number): Promise<Buffer>;
}
export declare function kindOf(value: unknown): string;
