import type { PciModel } from '../definition/definition.ts';
import { ConfigSpace } from './config-space.ts';
import type { BarAccess, Endpoint } from './endpoint.ts';
/**
 * A machine as its devices see it: memory, in which a message-signalled interrupt is an ordinary write, and perhaps an
 * interrupt line.
 */
export interface HostBus {
    /** @throws DmaError */
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    /** @throws DmaError */
    readonly write: (address: bigint, bytes: Buffer) => Promise<void>;
    /** The level of the interrupt line; absent: the machine has no line for us. */
    readonly setLine?: (isHigh: boolean) => void;
}
/** The result of an interrupt that a device raised. */
export type InterruptOutcome = 'sent' | 'asserted' | 'lost: bus mastering is off' | 'lost: the driver has enabled none' | 'lost: the machine refused it';
/** What can be plugged into a machine as a PCI function. */
export interface PluggableFunction {
    readonly model: PciModel;
    /** It may be plugged into another machine later, after a reset. */
    readonly plugInto: (bus: HostBus) => PciFunction;
}
export interface FunctionOptions {
    readonly model: PciModel;
    readonly endpoint: Endpoint;
    readonly bus: HostBus;
    readonly nowUs: () => number;
    /** `atUs`: when it was sent. The guest may already have reacted. Absent: nobody records the interrupts. */
    readonly onInterrupt?: (vector: number, outcome: InterruptOutcome, atUs: number) => void;
}
/**
 * A PCI function: configuration space in front of an endpoint. It allows DMA only while the driver has enabled bus
 * mastering, and sends interrupts in the way that the driver has enabled.
 */
export declare class PciFunction {
    #private;
    readonly config: ConfigSpace;
    constructor({ model, endpoint, bus, nowUs, onInterrupt }: FunctionOptions);
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
    /** Drops all held messages. */
    detach(): void;
}
