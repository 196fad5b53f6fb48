import type { HostBus } from '../pci/pci-function.ts';
/** A piece of the guest's memory that a test has allocated, as a driver does for DMA. */
export interface GuestBuffer {
    /** What the device is told. */
    readonly address: number;
    readonly bytes: Buffer;
}
/** Where a PC's local interrupt controllers take messages; the data says which interrupt. */
export declare const messageAddress = 4276092928n;
/**
 * Memory of a machine, in which a write to `messageAddress` is an interrupt. Nothing else is there but what was
 * allocated.
 */
export declare class GuestMemory implements HostBus {
    #private;
    readonly setLine: (isHigh: boolean) => void;
    constructor(onMessage: (data: number) => void, setLine: (isHigh: boolean) => void, firstAddress?: number);
    /** Zeros, at a multiple of 4 KiB, with nothing behind them: what is written past the end is refused. */
    allocate(length: number): GuestBuffer;
    /** Puts something at an address of its own, such as a device's table. */
    map(address: number, bytes: Buffer): void;
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    readonly write: (address: bigint, bytes: Buffer) => Promise<void>;
}
