import type { ModelLife } from '../instance/model-life.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
import type { I2cModel } from './i2c-definition.ts';
import type { DeviceAnswer, I2cBehaviour } from './i2c-behaviour.ts';
import { type I2cMap } from './i2c-map.ts';
/** Called for each access to a register or a memory. Bytes: lowest first. No span: nothing is there. */
export type OnAccess = (kind: 'read' | 'write', spans: readonly RegisterSpan[], bytes: Buffer) => void;
export interface RegisterMapParts {
    readonly model: I2cModel;
    readonly life: ModelLife;
    /** What handlers get. */
    readonly device: object;
    readonly map: I2cMap;
    readonly onAccess: OnAccess;
}
/**
 * A device that is a map of registers: a write begins with the pointer, which the next read uses, too. Where nothing
 * is, reads return 0xff, and writes are acknowledged and have no effect.
 */
export declare class RegisterMap implements I2cBehaviour {
    #private;
    constructor(parts: RegisterMapParts);
    nameOf(sent: Buffer | undefined): string | undefined;
    reset(): void;
    write(bytes: Buffer): Promise<DeviceAnswer>;
    read(length: number): Promise<DeviceAnswer>;
    more(length: number): Promise<Buffer>;
}
