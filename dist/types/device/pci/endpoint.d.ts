/** Bytes of a BAR. */
export interface BarAccess {
    readonly bar: number;
    readonly offset: number;
    readonly length: number;
}
/**
 * What lies behind a PCI function: a model's instance, or a layer around one that logs or breaks what passes. Nothing
 * that a guest does makes any of these throw.
 */
export interface Endpoint {
    /** Joins it to what it sends to. Called once, before anything else. */
    readonly attach: (upstream: Upstream) => void;
    /** A promise only where the answer is late; the machine stands still until then. */
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
    /** The vector's cause is gone, which matters to a line only. */
    readonly lower: (vector: number) => void;
}
