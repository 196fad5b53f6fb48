import type { Handled } from '../definition/model-base.ts';
import type { Access, Field } from '../definition/register.ts';
export type Endian = 'big' | 'little';
/**
 * What the pointer is, and what it does after a byte. `none`: it names a register, and stays, so that reading on
 * repeats the register. `register`: it names a register, and goes on to the next number after the register's last byte.
 * `byte`: every byte has an address, and the pointer goes on byte by byte.
 */
export type AutoIncrement = 'none' | 'register' | 'byte';
export interface PointedRegister {
    /** The value of the pointer. */
    readonly at: number;
    /** In bytes: 1 (the default), 2, 3, 4 or 8. A register of 8 bytes has bigint values. */
    readonly width?: 1 | 2 | 3 | 4 | 8;
    /** Access to bits without a field; `RW` by default, `RO` in a register with fields. */
    readonly access?: Access;
    readonly reset?: number | bigint;
    readonly fields?: Readonly<Record<string, Field>>;
    readonly about?: string;
}
/** Plain bytes, such as the cells of an EEPROM. It needs `autoIncrement: 'byte'`. */
export interface PointedMemory {
    readonly at: number;
    /** In bytes. */
    readonly size: number;
    readonly access?: 'RO' | 'RW';
    /** In bytes: a write that reaches the end of a page goes on at its start. Absent: there are no pages. */
    readonly page?: number;
    /** The value of each byte after a reset; 0 by default. */
    readonly fill?: number;
    readonly about?: string;
}
export type PointedRegisters = Readonly<Record<string, PointedRegister>>;
export type PointedMemories = Readonly<Record<string, PointedMemory>>;
/** bigint for registers of 8 bytes, number for others. */
export type PointedValue<R extends PointedRegisters, N extends keyof R> = R[N] extends {
    readonly width: 8;
} ? bigint : number;
type FieldName<R> = R extends {
    readonly fields: infer F;
} ? keyof F & string : never;
/** A model without registers, or without memory, has no such names instead of all. */
type Nothing = Readonly<Record<string, never>>;
/** Registers and memories in a model's handlers. */
export interface PointedView<R extends PointedRegisters, M extends PointedMemories> {
    readonly regs: string extends keyof R ? Nothing : {
        -readonly [N in keyof R]: PointedValue<R, N>;
    };
    readonly fields: string extends keyof R ? Nothing : {
        readonly [N in keyof R]: {
            -readonly [F in FieldName<R[N]>]: number;
        };
    };
    readonly memory: string extends keyof M ? Nothing : {
        readonly [N in keyof M]: Buffer;
    };
}
type RegisterHandlers<R extends PointedRegisters, D> = string extends keyof R ? unknown : {
    readonly [N in keyof R]?: (device: D, written: PointedValue<R, N>) => Handled;
};
type MemoryHandlers<M extends PointedMemories, D> = string extends keyof M ? unknown : {
    readonly [N in keyof M]?: (device: D, written: Buffer) => Handled;
};
/** What a definition says of its registers. `D`: the device in its handlers. */
export interface PointedDefinition<R extends PointedRegisters, M extends PointedMemories, D> {
    readonly registers?: R;
    readonly memory?: M;
    /** The order of a register's bytes on the wire; `big` by default. */
    readonly endian?: Endian;
    /** `none` by default. */
    readonly autoIncrement?: AutoIncrement;
    /** The value that the machine reads, if it differs from the register's. A promise makes it wait. */
    readonly read?: {
        readonly [N in keyof R]?: (device: D) => PointedValue<R, N> | Promise<PointedValue<R, N>>;
    };
    /**
     * Called after a write of the machine, when the register has taken what its access rules allow, or a memory its
     * bytes.
     */
    readonly write?: RegisterHandlers<R, D> & MemoryHandlers<M, D>;
}
/** Checked, without the type-level names. */
export interface PointedModel {
    readonly registers: PointedRegisters;
    readonly memory: PointedMemories;
    readonly endian: Endian;
    /** The length of the pointer. */
    readonly addressBytes: 1 | 2 | 3;
    readonly autoIncrement: AutoIncrement;
    readonly read: Readonly<Record<string, ((device: object) => unknown) | undefined>>;
    readonly write: Readonly<Record<string, ((device: object, written: number | bigint | Buffer) => Handled) | undefined>>;
}
export declare function pointedOf<R extends PointedRegisters, M extends PointedMemories>(definition: PointedDefinition<R, M, never>): Omit<PointedModel, 'addressBytes'> & {
    readonly registers: R;
    readonly memory: M;
};
export declare function hasPlaces({ registers, memory }: Pick<PointedModel, 'registers' | 'memory'>): boolean;
export {};
