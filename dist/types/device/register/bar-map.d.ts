import type { DeviceModel } from '../definition/definition.ts';
import type { Bars } from '../definition/register.ts';
import { RegisterCell } from './register-cell.ts';
/** A piece of a BAR that is plain memory. */
export interface MemoryCell {
    readonly name: string;
    readonly bar: number;
    readonly at: number;
    readonly isWritable: boolean;
    readonly bytes: Buffer;
}
export type Place = {
    readonly kind: 'register';
    readonly cell: RegisterCell;
} | {
    readonly kind: 'memory';
    readonly cell: MemoryCell;
} | {
    readonly kind: 'nothing';
};
/** The part of an access that falls on one place. `start`: offset in that place; for `nothing`, in the BAR. */
export interface Piece {
    readonly place: Place;
    readonly start: number;
    readonly length: number;
    /** Where the part begins in the access. */
    readonly skip: number;
}
/** Everything that a device's BARs hold, found by offset or by name. */
export declare class BarMap {
    #private;
    readonly registers: Map<string, RegisterCell>;
    readonly memories: Map<string, MemoryCell>;
    constructor(bars: Bars);
    /** The access in the order of its bytes: an access of 8 bytes may meet two registers of 4. */
    split(bar: number, offset: number, length: number): Piece[];
    reset(): void;
}
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
