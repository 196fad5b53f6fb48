/** An access to bytes of a BAR. */
export interface BarAccess {
    readonly bar: number;
    readonly offset: number;
    readonly length: number;
}
/**
 * The device behind a PCI function: a model's instance, or a layer around it that logs or applies faults. No action of
 * a guest makes these functions throw.
 */
export interface Endpoint {
    /** Connects it to its upstream. Called once, before anything else. */
    readonly attach: (upstream: Upstream) => void;
    /** A promise only for a late answer; the machine waits for it. */
    readonly read: (access: BarAccess) => Buffer | Promise<Buffer>;
    readonly write: (access: BarAccess, bytes: Buffer) => void;
    readonly reset: () => void;
}
/** What a device can do to its machine. */
export interface Upstream {
    /** @throws DmaError */
    readonly dmaRead: (address: bigint, length: number) => Promise<Buffer>;
    /** @throws DmaError */
    readonly dmaWrite: (address: bigint, bytes: Buffer) => Promise<void>;
    /** Sends a vector's message, or asserts the line. */
    readonly raise: (vector: number) => void;
    /** Sends it once more, although nothing has happened; absent: as `raise`. */
    readonly again?: (vector: number) => void;
    /** The vector's cause is gone, which matters only for a line. */
    readonly lower: (vector: number) => void;
}
