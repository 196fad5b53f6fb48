import type { Endian, PointedModel } from './pointed-register.ts';
import { RegisterCell } from './register-cell.ts';
export type PointedCell = RegisterCell<number>;
export interface PointedMemoryCell {
    readonly name: string;
    readonly at: number;
    readonly isWritable: boolean;
    /** In bytes. Absent: a write goes on behind the end. */
    readonly page: number | undefined;
    readonly fill: number;
    readonly bytes: Buffer;
}
/** What a pointer points to. `skip`: the position in it, in bytes. */
export type PointedPlace = {
    readonly kind: 'register';
    readonly cell: PointedCell;
    readonly skip: number;
} | {
    readonly kind: 'memory';
    readonly cell: PointedMemoryCell;
    readonly skip: number;
};
/** The registers and memories of a device, by pointer or by name. */
export declare class PointerMap {
    #private;
    readonly registers: Map<string, PointedCell>;
    readonly memories: Map<string, PointedMemoryCell>;
    constructor({ registers, memory, autoIncrement }: Pick<PointedModel, 'registers' | 'memory' | 'autoIncrement'>);
    at(pointer: number): PointedPlace | undefined;
    reset(): void;
}
/** A register's bytes in the order of the wire. */
export declare function wireOf(value: bigint, width: number, endian: Endian): Buffer;
/** Some bytes of a register: `skip` and their number count in the order of the wire, `start` from the lowest byte. */
export interface RegisterPart {
    readonly start: number;
    /** Lowest byte first. */
    readonly bytes: Buffer;
    /** In the place of the register's bits. */
    readonly value: bigint;
    readonly touched: bigint;
}
export declare function partOf(wire: Buffer, skip: number, width: number, endian: Endian): RegisterPart;
