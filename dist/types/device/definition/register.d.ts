/** Bytes that an access or a register may have. */
export type Width = 1 | 2 | 4 | 8;
/**
 * What the guest may do to a bit, in the abbreviations of data sheets:
 * `RO` read only · `RW` read and write · `WO` write only, reads 0 · `W1C` reads, a written 1 clears · `W1S` reads, a
 * written 1 sets · `RC` reads, and the read clears. The model itself may change any of them at any time.
 */
export type Access = 'RO' | 'RW' | 'WO' | 'W1C' | 'W1S' | 'RC';
export declare const accessNames: readonly Access[];
/** One bit, or the highest and the lowest of several: `7` or `[15, 8]`. */
export type Bits = number | readonly [high: number, low: number];
export interface Field {
    readonly bits: Bits;
    /** Absent: the register's. */
    readonly access?: Access;
    /** For readers of reports. */
    readonly about?: string;
}
export interface Register {
    /** Offset in its BAR, a multiple of its width. */
    readonly at: number;
    /** Bytes; 4 when absent. A register of 8 bytes has values of type bigint. */
    readonly width?: Width;
    /** Of every bit that no field claims; `RW` when absent, and `RO` in a register that has fields. */
    readonly access?: Access;
    /** Value after a reset; 0 when absent. */
    readonly reset?: number | bigint;
    readonly fields?: Readonly<Record<string, Field>>;
    /** `REGISTER.FIELD`: the guest's writes are ignored while that field is not 0. */
    readonly lockedBy?: string;
    readonly about?: string;
}
/** A piece of a BAR that is plain memory, as a buffer or a table is. */
export interface Memory {
    readonly at: number;
    /** Bytes. */
    readonly size: number;
    /** Whether the guest may write; `RW` when absent. */
    readonly access?: 'RO' | 'RW';
    readonly about?: string;
}
/**
 * A window of the device in the machine's memory. What no register and no memory claims reads all ones and ignores
 * writes.
 */
export interface Bar {
    /** Bytes: a power of two, 16 at least. */
    readonly size: number;
    /** 64-bit: it takes the number after its own, too. */
    readonly is64Bit?: boolean;
    readonly isPrefetchable?: boolean;
    readonly registers?: Readonly<Record<string, Register>>;
    readonly memory?: Readonly<Record<string, Memory>>;
}
export type BarNumber = 0 | 1 | 2 | 3 | 4 | 5;
export type Bars = Readonly<Partial<Record<BarNumber, Bar>>>;
type Registers = Readonly<Record<string, Register>>;
/** Where the copies of a block lie: the first at `at`, each other `stride` bytes after the one before. */
export interface BlockPlaces<I extends number> {
    /** What the data sheet calls them: `[1, 2, 3, 4, 5]`. */
    readonly numbers: readonly I[];
    readonly at: number;
    readonly stride: number;
}
/** `CSR` in a block `BUFFER` of two: `BUFFER1_CSR` and `BUFFER2_CSR`. */
export type BlockRegisters<P extends string, I extends number, R extends Registers> = {
    readonly [K in keyof R & string as `${P}${I}_${K}`]: R[K];
};
export type BlockHandlers<P extends string, I extends number, H extends Readonly<Record<string, (number: I) => unknown>>> = {
    readonly [K in keyof H & string as `${P}${I}_${K}`]: ReturnType<H[K]>;
};
/**
 * Registers that a device has several times over, once for each channel. `at`, and `lockedBy`, are those in the block.
 */
export declare function registerBlock<const P extends string, const I extends number, const R extends Registers>(prefix: P, { numbers, at, stride }: BlockPlaces<I>, registers: R): BlockRegisters<P, I, R>;
/** The handlers of such registers, made for each number: `CSR: (n) => (device, written) => …`. */
export declare function blockHandlers<const P extends string, const I extends number, const H extends Readonly<Record<string, (number: I) => unknown>>>(prefix: P, numbers: readonly I[], handlers: H): BlockHandlers<P, I, H>;
export {};
