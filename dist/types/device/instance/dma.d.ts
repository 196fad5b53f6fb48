/**
 * Why no data moved. `no-bus-master`: the driver has not set the command register's bit, or has cleared it. `refused`:
 * nothing of the machine is at this address. `failed`: a fault says so. `too-many`: more transfers are under way than a
 * device may have. `gone`: so is the machine.
 */
export type DmaFailure = 'no-bus-master' | 'refused' | 'failed' | 'too-many' | 'gone';
/**
 * A transfer that did not take place. A model turns it into what its data sheet says: a status bit, an error interrupt.
 */
export declare class DmaError extends Error {
    readonly name = "DmaError";
    readonly reason: DmaFailure;
    constructor(reason: DmaFailure, message: string);
}
/** A piece of the machine's memory. */
export interface Segment {
    readonly address: number | bigint;
    /** Bytes. */
    readonly length: number;
}
/**
 * Bus mastering: the device reads and writes the machine's memory. Transfers take place in the order in which they were
 * started, and an interrupt does not overtake them. All reject with DmaError. A transfer that a reset of the device
 * cuts off never ends: what waits for it belongs to a life that is over.
 */
export interface Dma {
    readonly read: (address: number | bigint, length: number) => Promise<Buffer>;
    readonly write: (address: number | bigint, bytes: Uint8Array) => Promise<void>;
    /** Collects what a scatter-gather list names into one buffer. */
    readonly gather: (list: readonly Segment[]) => Promise<Buffer>;
    /** Spreads bytes over a scatter-gather list; says how many found a place. */
    readonly scatter: (list: readonly Segment[], bytes: Uint8Array) => Promise<number>;
}
/** The two transfers that all others are made of. */
export interface RawDma {
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    readonly write: (address: bigint, bytes: Uint8Array) => Promise<void>;
}
/** A length that a guest has put into a register is checked before memory is taken for it. */
export declare const maxTransferBytes: number;
/**
 * A guest can make a model start transfers faster than its machine takes them: together they have no more than the
 * largest alone.
 */
export declare class TransferBudget {
    #private;
    /** Before memory is taken for them. @throws DmaError */
    take(bytes: number): void;
    give(bytes: number): void;
}
/** `addressBits`: what the device's address lines carry; the rest is lost, as in hardware. */
export declare function makeDma(raw: RawDma, addressBits: number): Dma;
