import type { RegisterModel } from '../definition/definition.ts';
import type { Bars } from '../definition/register.ts';
import { RegisterCell } from './register-cell.ts';
/** A part of a BAR that is plain memory. */
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
/** The part of an access that falls into one place. `start`: offset in that place; for `nothing`, in the BAR. */
export interface Piece {
    readonly place: Place;
    readonly start: number;
    readonly length: number;
    /** The start of the part in the access. */
    readonly skip: number;
}
/** Everything in a device's BARs, by offset or by name. */
export declare class BarMap {
    #private;
    readonly registers: Map<string, RegisterCell<import("../definition/register.ts").Width>>;
    readonly memories: Map<string, MemoryCell>;
    constructor(bars: Bars);
    /** The parts of the access in order: an access of 8 bytes may cover two registers of 4. */
    split(bar: number, offset: number, length: number): Piece[];
    reset(): void;
}
/** The part of a register that an access covers. */
export interface RegisterSpan {
    readonly name: string;
    /** Position in the register. */
    readonly start: number;
    readonly length: number;
    /** Position in the access. */
    readonly skip: number;
}
/** Finds the registers that an access to a model's BARs covers, without an instance. */
export declare class RegisterNames {
    #private;
    constructor({ bars }: Pick<RegisterModel, 'bars'>);
    /** The same array for the same access. */
    at(bar: number, offset: number, length: number): readonly RegisterSpan[];
    /** Registers and memories. */
    has(name: string): boolean;
    get all(): readonly string[];
}
