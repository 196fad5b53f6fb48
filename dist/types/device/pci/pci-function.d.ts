import type { DeviceModel } from '../definition/definition.ts';
import { ConfigSpace } from './config-space.ts';
import type { BarAccess, Endpoint } from './endpoint.ts';
/**
 * A machine as its devices see it: memory, in which a message signalled interrupt is a write like any other, and
 * perhaps a line.
 */
export interface HostBus {
    /** @throws DmaError */
    readonly read: (address: bigint, length: number) => Promise<Buffer>;
    /** @throws DmaError */
    readonly write: (address: bigint, bytes: Buffer) => Promise<void>;
    /** The interrupt line's level; absent: this machine has none for us. */
    readonly setLine?: (isHigh: boolean) => void;
}
/** What became of an interrupt that a device raised. */
export type InterruptOutcome = 'sent' | 'asserted' | 'lost: bus mastering is off' | 'lost: the driver has enabled none' | 'lost: the machine refused it';
export interface FunctionOptions {
    readonly model: DeviceModel;
    readonly endpoint: Endpoint;
    readonly bus: HostBus;
    readonly onInterrupt?: (vector: number, outcome: InterruptOutcome) => void;
}
/**
 * A PCI function: configuration space in front of an endpoint. It lets DMA through while the driver has set bus
 * mastering, and turns interrupts into what the driver has enabled.
 */
export declare class PciFunction {
    #private;
    readonly config: ConfigSpace;
    constructor({ model, endpoint, bus, onInterrupt }: FunctionOptions);
    read(access: BarAccess): Buffer | Promise<Buffer>;
    write(access: BarAccess, bytes: Buffer): void;
    reset(): void;
    /** Nothing more is sent of what was held back. */
    detach(): void;
}
