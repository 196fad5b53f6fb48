import type { DmaFailure } from '../instance/dma.ts';
import type { InterruptOutcome } from '../pci/pci-function.ts';
/**
 * What happened to a device, as its driver saw it: with the faults that were in force. Numbers that may be large are
 * hexadecimal text.
 */
export type DeviceEvent = {
    readonly kind: 'read' | 'write';
    readonly bar: number;
    readonly offset: number;
    readonly length: number;
    readonly registers: readonly string[];
    readonly value: string;
} | {
    readonly kind: 'dma';
    readonly direction: 'read' | 'write';
    readonly address: string;
    readonly length: number;
    readonly outcome: 'done' | DmaFailure;
    readonly tookUs: number;
} | {
    readonly kind: 'interrupt';
    readonly vector: number;
    readonly name?: string;
    readonly outcome: InterruptOutcome;
} | {
    readonly kind: 'reset';
} | {
    readonly kind: 'fault';
    readonly id: string;
    readonly access: string;
} | {
    readonly kind: 'control';
    readonly name: string;
    readonly value: string;
} | {
    readonly kind: 'crash';
    readonly during: string;
    readonly message: string;
};
export type LogEntry = DeviceEvent & {
    /** Counts from 0, without gaps: what is missing in between was pushed out. */
    readonly sequence: number;
    /** Microseconds on the host's monotonic clock, the same in every process of the host. */
    readonly atUs: number;
};
/** The last so many events of a device, each of bounded length. */
export declare class AccessLog {
    #private;
    constructor(nowUs: () => number, capacity?: number);
    record(event: DeviceEvent): void;
    /** How many there were in all. */
    get length(): number;
    /** Those that are still there, from this number on, oldest first; at most `limit` of them. */
    entries(from?: number, limit?: number): readonly LogEntry[];
    /** Those from this number on that fit into so many characters of JSON; the first of them always does. */
    page(from: number, maxChars: number): readonly LogEntry[];
}
/**
 * The event with every text cut, and no more registers than a reader looks at: ten thousand of them are kept, and sent.
 */
export declare function boundEvent(event: DeviceEvent): DeviceEvent;
