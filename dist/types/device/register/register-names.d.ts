import type { DeviceModel } from '../definition/define-device.ts';
/** The part of a register that an access touches. */
export interface RegisterSpan {
    readonly name: string;
    /** Bytes in the register. */
    readonly start: number;
    readonly length: number;
    /** Bytes in the access. */
    readonly skip: number;
}
/** Says which registers an access of a model's BARs touches; without an instance of it. */
export declare class RegisterNames {
    #private;
    constructor({ bars }: DeviceModel);
    at(bar: number, offset: number, length: number): readonly RegisterSpan[];
    /** Registers and memories. */
    has(name: string): boolean;
    get all(): readonly string[];
}
