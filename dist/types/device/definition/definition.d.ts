import type { Dma } from '../instance/dma.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { Controls, ControlValues } from './control.ts';
import type { Handled, ModelBase } from './model-base.ts';
import type { Bars } from './register.ts';
type Part<B, K extends 'registers' | 'memory'> = {
    [N in keyof B]: B[N] extends Readonly<Record<K, infer P>> ? P : never;
}[keyof B];
type KeysOfEach<U> = U extends unknown ? keyof U & string : never;
type Pick1<U, N extends string> = U extends unknown ? (N extends keyof U ? U[N] : never) : never;
export type RegisterName<B extends Bars> = KeysOfEach<Part<B, 'registers'>>;
export type MemoryName<B extends Bars> = KeysOfEach<Part<B, 'memory'>>;
type RegisterOf<B extends Bars, N extends string> = Pick1<Part<B, 'registers'>, N>;
/** bigint for registers of 8 bytes, number for others. */
export type RegisterValue<B extends Bars, N extends string> = RegisterOf<B, N> extends {
    readonly width: 8;
} ? bigint : number;
type FieldName<B extends Bars, N extends string> = RegisterOf<B, N> extends {
    readonly fields: infer F;
} ? keyof F & string : never;
/**
 * A register's value as the model sees it, independent of the guest's access rights. Assigned values are cut to the
 * register's width.
 */
export type RegisterValues<B extends Bars> = {
    -readonly [N in RegisterName<B>]: RegisterValue<B, N>;
};
/** Fields by register and name. A field in a number has at most 32 bits; wider ones lose their upper bits here. */
export type FieldValues<B extends Bars> = {
    readonly [N in RegisterName<B>]: {
        -readonly [F in FieldName<B, N>]: number;
    };
};
export type Memories<B extends Bars> = {
    readonly [N in MemoryName<B>]: Buffer;
};
export declare const KiB = 1024;
export declare const MiB: number;
/** Microseconds are the unit of all times in models. */
export declare const us = 1;
export declare const ms: number;
export declare const seconds: number;
export interface PciIdentity {
    readonly vendor: number;
    readonly device: number;
    /** 24 bits: class, subclass and programming interface, such as 0x020000 for an Ethernet controller. */
    readonly class: number;
    readonly revision?: number;
    /** Absent: the same as vendor and device. */
    readonly subsystem?: {
        readonly vendor: number;
        readonly device: number;
    };
}
/** The interrupts that the device can send. A driver chooses among them. */
export interface Interrupts {
    /** Number of MSI vectors: 1, 2, 4, 8, 16 or 32. */
    readonly msi?: number;
    /** The table needs 16 bytes per vector, the pending bits 8 bytes per 64 vectors. Both are in a BAR of `bars`. */
    readonly msix?: {
        readonly vectors: number;
        readonly bar: number;
        readonly table?: number;
        readonly pending?: number;
    };
    /**
     * An interrupt line. QEMU gets it through a relay, which gcc builds once. Without gcc, a device with messages runs
     * without its line.
     */
    readonly intx?: boolean;
    /** Names of the vectors, from 0, for reports and faults. */
    readonly names?: readonly string[];
}
export interface InterruptControl {
    /** Sends the vector's message, or asserts the line. Without bus mastering a message is lost, as in hardware. */
    readonly raise: (vector?: number) => void;
    /** The cause is gone, so the line is deasserted. A message cannot be taken back. */
    readonly lower: (vector?: number) => void;
}
/** The device in a model's handlers, as its data sheet describes it from the inside. */
export interface Device<B extends Bars, S, C extends Controls> {
    /** Values by register. Access here has none of the side effects of the guest's accesses. */
    readonly regs: RegisterValues<B>;
    /** `fields.STATUS.BUSY = 1`. */
    readonly fields: FieldValues<B>;
    /** The memories of the BARs, by name. */
    readonly memory: Memories<B>;
    /** State outside the registers; recreated at every reset. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly dma: Dma;
    readonly clock: Clock;
    readonly interrupts: InterruptControl;
}
/** `D`: the device in handlers, which has more on some buses. */
export interface DeviceDefinition<B extends Bars, S, C extends Controls, D = Device<B, S, C>> {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    readonly pci: PciIdentity;
    readonly bars: B;
    readonly interrupts?: Interrupts;
    /** `addressBits`: the number of address lines, 64 by default. Higher address bits are lost. */
    readonly dma?: {
        readonly addressBits: number;
    };
    readonly state?: () => S;
    readonly controls?: C;
    /**
     * The value that the guest reads, if it differs from the register's. The machine waits, so promises and DMA are not
     * allowed here.
     */
    readonly read?: {
        readonly [N in RegisterName<B>]?: (device: D) => RegisterValue<B, N>;
    };
    /**
     * Called after a write of the guest, when the register has taken what its access rules allow. `written`: the guest's
     * full value.
     */
    readonly write?: {
        readonly [N in RegisterName<B>]?: (device: D, written: RegisterValue<B, N>) => Handled;
    };
    /**
     * Called after a reset: registers, memory and state have their initial values, timers are cancelled, and pending DMA
     * has been dropped.
     */
    readonly reset?: (device: D) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: D, value: ControlValues<C>[N]) => Handled;
    };
}
/** A checked definition with registers, on any bus that has them, without the type-level names of its handlers. */
export interface RegisterModel extends ModelBase {
    readonly bars: Bars;
    readonly interrupts: Interrupts;
    readonly addressBits: number;
    readonly state: () => unknown;
    readonly read: Readonly<Record<string, ReadHandler | undefined>>;
    readonly write: Readonly<Record<string, WriteHandler | undefined>>;
    readonly reset: ((device: object) => void) | undefined;
}
export interface PciModel extends RegisterModel {
    readonly bus: 'pci';
    readonly pci: PciIdentity;
}
export type ReadHandler = (device: object) => number | bigint;
export type WriteHandler = (device: object, written: number | bigint) => Handled;
export {};
