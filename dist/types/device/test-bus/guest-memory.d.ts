import type { HostBus } from '../pci/pci-function.ts';
/** A part of the guest's memory that a test has allocated, like a driver's DMA buffer. */
export interface GuestBuffer {
    /** The address for the device. */
    readonly address: number;
    readonly bytes: Buffer;
}
/** The address at which a PC's local APICs receive messages; the data selects the interrupt. */
export declare const messageAddress = 4276092928n;
/** A machine's memory, in which a write to `messageAddress` is an interrupt. It contains only what was allocated. */
export declare class GuestMemory implements HostBus {
    #private;
    readonly setLine: (isHigh: boolean) => void;
    constructor(onMessage: (data: number) => void, setLine: (isHigh: boolean) => void, firstAddress?: number);
    /** Zeros, aligned to 4 KiB, with nothing behind them: writes past the end are refused. */
    allocate(length: number): GuestBuffer;
    /** Maps bytes at a fixed address, such as a device's table. */
    map(address: number, bytes: Buffer): void;
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    readonly write: (address: bigint, bytes: Buffer) => Promise<void>;
}
