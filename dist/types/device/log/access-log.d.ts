import type { ExchangeOutcome } from '../exchange/outcome.ts';
import type { DmaFailure } from '../instance/dma.ts';
import type { InterruptOutcome } from '../pci/pci-function.ts';
import type { RegisterSpan } from '../register/bar-map.ts';
/**
 * An event of a device as its driver saw it, with the effects of faults. Potentially large numbers are hexadecimal
 * text.
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
    readonly kind: 'exchange';
    /** `transfer answers (in, 64 bytes)` */
    readonly what: string;
    readonly outcome: ExchangeOutcome;
    /** The first bytes, hexadecimal. */
    readonly bytes: string;
    /** How many there are in all. */
    readonly length: number;
    readonly tookUs: number;
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
    /** Counts from 0, without gaps: missing numbers were displaced. */
    readonly sequence: number;
    /** Microseconds on the host's monotonic clock, the same in every process of the host. */
    readonly atUs: number;
};
/** A read or write as it is kept. It becomes an event only when somebody asks, because most are displaced unread. */
export interface SeenAccess {
    readonly kind: 'read' | 'write';
    readonly bar: number;
    readonly offset: number;
    readonly length: number;
    readonly spans: readonly RegisterSpan[];
    readonly value: number | bigint;
}
/** An exchange that is over. */
export interface SeenExchange {
    readonly what: string;
    readonly outcome: ExchangeOutcome;
    readonly bytes: Buffer;
    readonly tookUs: number;
}
/** The last events of a device, limited in number and length. */
export declare class AccessLog {
    #private;
    constructor(nowUs: () => number, capacity?: number);
    /** `atUs`: when it took place, if that is known only later. */
    record(event: DeviceEvent, atUs?: number): void;
    /** As `record`, for what happens most. */
    recordAccess(access: SeenAccess): void;
    /** As `record`. Only the first bytes are kept. */
    recordExchange({ what, outcome, bytes, tookUs }: SeenExchange): void;
    /** The number of all events. */
    get length(): number;
    /** The kept entries from this number on, oldest first, up to `limit`. */
    entries(from?: number, limit?: number): readonly LogEntry[];
    /** The entries from this number on that fit into `maxChars` of JSON; always at least one. */
    page(from: number, maxChars: number): readonly LogEntry[];
}
/** The event with all texts cut and a limited number of registers, because ten thousand events are kept and sent. */
export declare function boundEvent(event: DeviceEvent): DeviceEvent;
