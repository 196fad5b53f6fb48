import type { frameErrors } from '../can/can-error.ts';
/** A fault with a syntax error. The message quotes it, and says what was expected and found. */
export declare class FaultSyntaxError extends Error {
    readonly name = "FaultSyntaxError";
}
/** The `key=value` words of a fault. */
export type Settings = ReadonlyMap<string, string>;
/** Parses the words after a fault's kind. Each key must be known, and may occur once. @throws FaultSyntaxError */
export declare function readSettings(kind: string, words: readonly string[], known: readonly string[]): Settings;
/** @throws FaultSyntaxError */
export declare function readName(settings: Settings, key: string): string | undefined;
interface NumberRange {
    readonly min: number;
    readonly max?: number;
    /** The default; absent: the value is required. */
    readonly absent?: number;
}
/** Parses a whole number, decimal or hexadecimal. @throws FaultSyntaxError */
export declare function readNumber(settings: Settings, key: string, { min, max, absent }: NumberRange): number;
/** Parses a bit mask or an address. @throws FaultSyntaxError */
export declare function readMask(settings: Settings, key: string, absent?: bigint): bigint;
/** Parses a time; returns microseconds. @throws FaultSyntaxError */
export declare function readDuration(settings: Settings, key: string, absentUs?: number, maxUs?: number): number;
/** @throws FaultSyntaxError */
export declare function readProbability(text: string): number;
/** One of some words, by default the first. @throws FaultSyntaxError */
export declare function readChoice<W extends string>(settings: Settings, key: string, words: readonly [W, ...W[]]): W;
export declare function wrong(key: string, expected: string, found: string): FaultSyntaxError;
/** The effect of a fault. Times are microseconds. */
export type FaultEffect = {
    readonly kind: 'irq-drop';
} | {
    readonly kind: 'irq-delay';
    readonly byUs: number;
} | {
    readonly kind: 'irq-duplicate';
    readonly times: number;
} | {
    readonly kind: 'irq-storm';
    readonly times: number;
    readonly everyUs: number;
} | {
    readonly kind: 'dma-fail';
} | {
    readonly kind: 'dma-hang';
} | {
    readonly kind: 'dma-truncate';
    readonly toBytes: number;
} | {
    readonly kind: 'dma-corrupt';
    readonly byte: number;
    readonly mask: number;
} | {
    readonly kind: 'dma-misdirect';
    readonly by: bigint;
} | {
    readonly kind: 'read-ones';
} | {
    readonly kind: 'read-stuck';
    readonly bits: bigint;
    readonly at: 0 | 1;
} | {
    readonly kind: 'read-late';
    readonly byUs: number;
} | {
    readonly kind: 'write-ignore';
} | {
    readonly kind: 'stall';
}
/** `byte`: which byte of an I2C message is refused, from 1; absent: all of it, or a USB transfer. */
 | {
    readonly kind: 'nak';
    readonly byte?: number;
} | {
    readonly kind: 'short';
    readonly toBytes: number;
} | {
    readonly kind: 'corrupt';
    readonly byte: number;
    readonly mask: number;
} | {
    readonly kind: 'babble';
}
/** `times`: how many transfers in a row at the endpoint. A host controller tries a failed one again by itself. */
 | {
    readonly kind: 'io-error';
    readonly times: number;
} | {
    readonly kind: 'late';
    readonly byUs: number;
} | {
    readonly kind: 'stretch';
    readonly byUs: number;
} | {
    readonly kind: 'arbitration-lost';
} | {
    readonly kind: 'bus-error';
} | {
    readonly kind: 'stuck-low';
} | {
    readonly kind: 'miso-stuck';
    readonly at: 0 | 1;
} | {
    readonly kind: 'line-stuck';
} | {
    readonly kind: 'line-bounce';
    readonly times: number;
    readonly everyUs: number;
} | {
    readonly kind: 'drop';
} | {
    readonly kind: 'error-frame';
    readonly what: (typeof frameErrors)[number];
} | {
    readonly kind: 'bus-off';
} | {
    readonly kind: 'delay';
    readonly byUs: number;
} | {
    readonly kind: 'duplicate';
    readonly times: number;
} | {
    readonly kind: 'reorder';
} | {
    readonly kind: 'truncate';
    readonly toBytes: number;
} | {
    readonly kind: 'device-remove';
} | {
    readonly kind: 'link-down';
};
export type FaultKind = FaultEffect['kind'];
/** The accesses that a fault counts. Absent filters match everything. */
export interface FaultFilter {
    readonly register?: string;
    readonly bar?: number;
    /** First and last offset in a BAR. */
    readonly range?: {
        readonly from: number;
        readonly to: number;
    };
    readonly vector?: number;
    /**
     * Of DMA, from the device's view: `read` fetches from the machine's memory. Of all else, from the machine's view:
     * `in` comes from the device.
     */
    readonly direction?: 'read' | 'write' | 'in' | 'out';
    /** An endpoint of a USB device, by its name in the model; `control`: all control requests without a name. */
    readonly endpoint?: string;
    /** A control request of a USB device, by its name in the model. */
    readonly request?: string;
    /** A command of an SPI device, by its name in the model; `other`: all exchanges without one. */
    readonly command?: string;
    /** A GPIO line, by its name in the model. */
    readonly line?: string;
}
/** Which of the counted accesses it hits. */
export type FaultTrigger = {
    readonly kind: 'always';
} | {
    readonly kind: 'nth';
    readonly nth: number;
} | {
    readonly kind: 'from';
    readonly nth: number;
} | {
    readonly kind: 'every';
    readonly period: number;
} | {
    readonly kind: 'probability';
    readonly probability: number;
    readonly seed: number;
};
/** A fault as the test wrote it. */
export interface FaultSpec {
    /** The id for requests and reports; by default, the kind. */
    readonly id: string;
    /** The device concerned; absent: the only one. */
    readonly device?: string;
    readonly effect: FaultEffect;
    readonly filter: FaultFilter;
    readonly trigger: FaultTrigger;
    /** As written. */
    readonly text: string;
}
/** What a fault has done, for a test's assertions and for readers. */
export interface FaultReport {
    readonly id: string;
    readonly text: string;
    /** How often it hit. */
    readonly fired: number;
    /** The number of accesses that it could have hit. A sweep visits all of them. */
    readonly counted: number;
    readonly first?: FaultHit;
    readonly last?: FaultHit;
    readonly isCleared: boolean;
    /** Of calls: what the driver then told the kernel. Absent: nothing. */
    readonly refusals?: Refusals;
    /** Of calls, when the fault only counts: where, in the order in which they were first reached. */
    readonly sites?: readonly CallSite[];
}
/** How often a driver gave the kernel an error after a fault. */
export interface Refusals {
    /** Loads of the module that failed. */
    readonly loads: number;
    /** Probes of a device that failed. */
    readonly probes: number;
}
/** A place in a module's code that calls a function of the kernel. */
export interface CallSite {
    readonly function: string;
    /** `edu_probe+0x12/0x34 [edu]` */
    readonly place: string;
    /** `driver/edu.c:120`; absent: not known. */
    readonly line?: string;
    /** How many calls were counted there. */
    readonly reached: number;
    /** Which of all calls that the fault counted was the first there, from 1. */
    readonly first: number;
}
export interface FaultHit {
    /** Microseconds on the host's monotonic clock. */
    readonly atUs: number;
    /** `read of STATUS`, `DMA write of 4096 bytes to 0x1000`, `interrupt 0`. */
    readonly access: string;
}
export {};
