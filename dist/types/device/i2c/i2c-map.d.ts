import { RegisterCell } from '../register/register-cell.ts';
import type { Endian, I2cModel } from './i2c-definition.ts';
export type I2cCell = RegisterCell<number>;
export interface I2cMemoryCell {
    readonly name: string;
    readonly at: number;
    readonly isWritable: boolean;
    /** In bytes. Absent: a write goes on behind the end. */
    readonly page: number | undefined;
    readonly fill: number;
    readonly bytes: Buffer;
}
/** What a pointer points to. `skip`: the position in it, in bytes. */
export type I2cPlace = {
    readonly kind: 'register';
    readonly cell: I2cCell;
    readonly skip: number;
} | {
    readonly kind: 'memory';
    readonly cell: I2cMemoryCell;
    readonly skip: number;
};
/** The registers and memories of a device, by pointer or by name. */
export declare class I2cMap {
    #private;
    readonly registers: Map<string, I2cCell>;
    readonly memories: Map<string, I2cMemoryCell>;
    constructor({ registers, memory, autoIncrement }: I2cModel);
    at(pointer: number): I2cPlace | undefined;
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
