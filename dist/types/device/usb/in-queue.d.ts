import type { Exchanged } from '../exchange/outcome.ts';
/** What an endpoint has for the machine: transfers, the last of which may go on. */
export declare class InQueue {
    #private;
    get transfers(): number;
    /** False: it is full, and the bytes are dropped. */
    push(bytes: Uint8Array, ends: boolean): boolean;
    /** Whether a machine that asks for so many bytes has its answer: as many, or the end of a transfer. */
    isReady(length: number): boolean;
    /**
     * The answer to a machine that asks for so many bytes. It is babble when a packet has more bytes than are left of
     * what the machine asked for; the rest of the transfer is lost then.
     */
    take(length: number, packet: number): Exchanged<'transfer'>;
    flush(): void;
}
