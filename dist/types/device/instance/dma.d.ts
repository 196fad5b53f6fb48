/**
 * Why a transfer failed. `no-bus-master`: the driver has not set the command register's bit, or has cleared it.
 * `refused`: the machine has nothing at this address. `failed`: a fault. `too-many`: more transfers are pending than a
 * device may have. `gone`: the machine is gone.
 */
export type DmaFailure = 'no-bus-master' | 'refused' | 'failed' | 'too-many' | 'gone';
/** A failed transfer. A model turns it into whatever its data sheet says: a status bit, an error interrupt. */
export declare class DmaError extends Error {
    readonly name = "DmaError";
    readonly reason: DmaFailure;
    constructor(reason: DmaFailure, message: string);
}
/** A part of the machine's memory. */
export interface Segment {
    readonly address: number | bigint;
    /** In bytes. */
    readonly length: number;
}
/**
 * Bus mastering: the device reads and writes the machine's memory. Transfers run in the order of their start, and no
 * interrupt overtakes them. All reject with DmaError. A transfer that a reset cuts off never settles, because its
 * caller belongs to the state before the reset.
 */
export interface Dma {
    readonly read: (address: number | bigint, length: number) => Promise<Buffer>;
    readonly write: (address: number | bigint, bytes: Uint8Array) => Promise<void>;
    /** Collects a scatter-gather list into one buffer. */
    readonly gather: (list: readonly Segment[]) => Promise<Buffer>;
    /** Writes bytes to a scatter-gather list; returns how many fit. */
    readonly scatter: (list: readonly Segment[], bytes: Uint8Array) => Promise<number>;
}
/** The two basic transfers. */
export interface RawDma {
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    readonly write: (address: bigint, bytes: Uint8Array) => Promise<void>;
}
/**
 * Limits pending transfers, because a guest can make a model start them faster than its machine handles them. Together
 * they may be no larger than the largest single one.
 */
export declare class TransferBudget {
    #private;
    /** Call it before allocating memory. @throws DmaError */
    take(bytes: number): void;
    give(bytes: number): void;
}
/** `addressBits`: the width of the device's address bus. Higher bits are lost, as in hardware. */
export declare function makeDma(raw: RawDma, addressBits: number): Dma;
