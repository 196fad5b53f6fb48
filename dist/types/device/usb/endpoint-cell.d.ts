import { InQueue } from './in-queue.ts';
import type { LaidEndpoint } from './usb-layout.ts';
/** An endpoint at work: whether it stalls, and what it has for the machine. */
export declare class EndpointCell {
    #private;
    readonly laid: LaidEndpoint;
    readonly queue: InQueue;
    constructor(laid: LaidEndpoint);
    get isHalted(): boolean;
    set isHalted(isHalted: boolean);
    /** False: the queue is full. @throws RangeError for more than a packet on an interrupt endpoint */
    send(bytes: Uint8Array, ends: boolean): boolean;
    /** As after power-on. */
    reset(): void;
    /** Resolves when it has an answer to a machine that asks for so many bytes, or when it is too late. */
    answerable(length: number, cancelled: AbortSignal): Promise<void>;
    /** Resolves when it no longer stalls. Or when it is too late. */
    cleared(cancelled: AbortSignal): Promise<void>;
}
