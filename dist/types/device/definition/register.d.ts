/** The widths of accesses and registers, in bytes. */
export type Width = 1 | 2 | 4 | 8;
/**
 * What the guest may do to a bit, in the abbreviations of data sheets: `RO` read only · `RW` read and write · `WO`
 * write only, reads 0 · `W1C` read; writing 1 clears · `W1S` read; writing 1 sets · `RC` read clears. The model itself
 * may change any bit at any time.
 */
export type Access = 'RO' | 'RW' | 'WO' | 'W1C' | 'W1S' | 'RC';
export declare const accessNames: readonly Access[];
/** One bit, or the highest and the lowest of several: `7` or `[15, 8]`. */
export type Bits = number | readonly [high: number, low: number];
export interface Field {
    readonly bits: Bits;
    /** Absent: the access of the register. */
    readonly access?: Access;
    /** Description for reports. */
    readonly about?: string;
}
export interface Register {
    /** Offset in its BAR, a multiple of its width. */
    readonly at: number;
    /** In bytes; 4 by default. A register of 8 bytes has bigint values. */
    readonly width?: Width;
    /** Access to bits without a field; `RW` by default, `RO` in a register with fields. */
    readonly access?: Access;
    /** Value after a reset; 0 by default. */
    readonly reset?: number | bigint;
    readonly fields?: Readonly<Record<string, Field>>;
    /** `REGISTER.FIELD`: writes of the guest are ignored while that field is not 0. */
    readonly lockedBy?: string;
    readonly about?: string;
}
/** A part of a BAR that is plain memory, such as a buffer or a table. */
export interface Memory {
    readonly at: number;
    /** In bytes. */
    readonly size: number;
    /** Whether the guest may write; `RW` by default. */
    readonly access?: 'RO' | 'RW';
    readonly about?: string;
}
/**
 * A window of the device in the machine's memory. Bytes outside registers and memories read all ones and ignore writes.
 */
export interface Bar {
    /** In bytes: a power of two, at least 16. */
    readonly size: number;
    /** 64-bit: it also takes the next number. */
    readonly is64Bit?: boolean;
    readonly isPrefetchable?: boolean;
    readonly registers?: Readonly<Record<string, Register>>;
    readonly memory?: Readonly<Record<string, Memory>>;
}
export type BarNumber = 0 | 1 | 2 | 3 | 4 | 5;
export type Bars = Readonly<Partial<Record<BarNumber, Bar>>>;
type Registers = Readonly<Record<string, Register>>;
/** The positions of a block's copies: the first at `at`, each next one `stride` bytes later. */
export interface BlockPlaces<I extends number> {
    /** The numbers in the data sheet: `[1, 2, 3, 4, 5]`. */
    readonly numbers: readonly I[];
    readonly at: number;
    readonly stride: number;
}
/** `CSR` in a block `BUFFER` with two copies: `BUFFER1_CSR` and `BUFFER2_CSR`. */
export type BlockRegisters<P extends string, I extends number, R extends Registers> = {
    readonly [K in keyof R & string as `${P}${I}_${K}`]: R[K];
};
export type BlockHandlers<P extends string, I extends number, H extends Readonly<Record<string, (number: I) => unknown>>> = {
    readonly [K in keyof H & string as `${P}${I}_${K}`]: ReturnType<H[K]>;
};
/** Registers that a device has once per channel. `at` and `lockedBy` are relative to the block. */
export declare function registerBlock<const P extends string, const I extends number, const R extends Registers>(prefix: P, { numbers, at, stride }: BlockPlaces<I>, registers: R): BlockRegisters<P, I, R>;
/** Handlers for such registers, created for each number: `CSR: (n) => (device, written) => …`. */
export declare function blockHandlers<const P extends string, const I extends number, const H extends Readonly<Record<string, (number: I) => unknown>>>(prefix: P, numbers: readonly I[], handlers: H): BlockHandlers<P, I, H>;
export {};
