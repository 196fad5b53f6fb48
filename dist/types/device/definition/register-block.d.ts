import type { Register } from './register.ts';
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
