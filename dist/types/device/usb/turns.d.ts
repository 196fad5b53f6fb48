import type { Exchanged } from '../exchange/outcome.ts';
/** A transfer at its endpoint. */
export interface Turn {
    /** Lets the model see the transfer, unless it was cancelled before. */
    readonly withModel: (call: () => Exchanged<'transfer'> | Promise<Exchanged<'transfer'>>) => Promise<Exchanged<'transfer'>>;
    /** It got as far as the model. */
    readonly wasWithModel: boolean;
}
/** Transfers at endpoints: each endpoint takes one at a time, in order. */
export declare class Turns {
    #private;
    /**
     * Carries a transfer out when it is its turn. A cancelled one makes way at once, except while the model works on it:
     * that device is busy.
     */
    take(endpoint: number, cancelled: AbortSignal, carry: (turn: Turn) => Promise<Exchanged<'transfer'>>): Promise<Exchanged<'transfer'>>;
    /** Whatever is still under way no longer keeps others waiting. */
    forget(): void;
}
