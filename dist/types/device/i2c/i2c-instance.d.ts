import type { ModelLife } from '../instance/model-life.ts';
import type { DeviceAnswer } from './i2c-behaviour.ts';
import type { I2cModel } from './i2c-definition.ts';
import { type OnAccess } from '../register/register-map.ts';
/** The device's interrupt line, if it is on a bus with interrupts. */
export type SetLine = (isActive: boolean) => void;
export interface I2cParts {
    readonly onAccess: OnAccess;
    readonly lines: object;
}
/** An I2C model's device in one machine: its registers and state. No message of a machine makes it throw. */
export declare class I2cInstance {
    #private;
    /** What the model's handlers get. */
    readonly device: {
        state: unknown;
    };
    /** `lines`: of the device, as handlers see them. */
    constructor(model: I2cModel, life: ModelLife, { onAccess, lines }: I2cParts);
    connectLine(setLine: SetLine): void;
    /** `sent`: the bytes of a write; undefined: a read. */
    nameOf(sent: Buffer | undefined): string | undefined;
    write(bytes: Buffer): Promise<DeviceAnswer>;
    read(length: number): Promise<DeviceAnswer>;
    more(length: number): Promise<Buffer>;
    stop(): void;
    /** As at power-on. */
    reset(): void;
}
