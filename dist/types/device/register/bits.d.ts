import type { Bits, Field } from '../definition/register.ts';
/** All ones in this many bytes. */
export declare function widthMask(bytes: number): bigint;
export declare function bitsOf(bits: Bits): {
    readonly high: number;
    readonly low: number;
};
export declare function fieldMask({ bits }: Field): bigint;
/** Little-endian, as on PCI. */
export declare function bytesOf(value: bigint, length: number): Buffer;
export declare function valueOf(bytes: Uint8Array): bigint;
/** The value for the model. A register of 8 bytes may exceed 53 bits, so its values are always bigint. */
export declare function outward(value: bigint, width: number): number | bigint;
/** `~x` and `-1` are negative numbers that stand for bits. */
export declare function inward(value: number | bigint, width: number): bigint;
/** For people, and for numbers in events that may be large. What is no address or mask is shown as it is. */
export declare function hex(value: number | bigint): string;
