import type { Dma } from '../instance/dma.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { Controls, ControlValue, ControlValues } from './control.ts';
import type { Bars } from './register.ts';

// From the bars of a definition to the names and values its handlers see.

type Part<B, K extends 'registers' | 'memory'> = {
  [N in keyof B]: B[N] extends Readonly<Record<K, infer P>> ? P : never;
}[keyof B];
type KeysOfEach<U> = U extends unknown ? keyof U & string : never;
type Pick1<U, N extends string> = U extends unknown ? (N extends keyof U ? U[N] : never) : never;

export type RegisterName<B extends Bars> = KeysOfEach<Part<B, 'registers'>>;
export type MemoryName<B extends Bars> = KeysOfEach<Part<B, 'memory'>>;
type RegisterOf<B extends Bars, N extends string> = Pick1<Part<B, 'registers'>, N>;

/** bigint for registers of 8 bytes, number for the others. */
export type RegisterValue<B extends Bars, N extends string> =
  RegisterOf<B, N> extends { readonly width: 8 } ? bigint : number;

type FieldName<B extends Bars, N extends string> =
  RegisterOf<B, N> extends { readonly fields: infer F } ? keyof F & string : never;

/**
 * A register's value as the model sees it, whatever the guest may do. What is assigned is cut to the register's width.
 */
export type RegisterValues<B extends Bars> = { -readonly [N in RegisterName<B>]: RegisterValue<B, N> };

/** Fields by register and name. A field is at most 32 bits wide in a number; wider ones lose their upper bits here. */
export type FieldValues<B extends Bars> = {
  readonly [N in RegisterName<B>]: { -readonly [F in FieldName<B, N>]: number };
};

export type Memories<B extends Bars> = { readonly [N in MemoryName<B>]: Buffer };

// Data sheets speak in KiB and ms; so do models: `size: 4 * KiB`, `clock.after(100 * ms, …)`.
export const KiB = 1024;
export const MiB = 1024 * KiB;

/** Microseconds, the unit of every time a model gives or is given. */
export const us = 1;
export const ms = 1000 * us;
export const seconds = 1000 * ms;

export interface PciIdentity {
  readonly vendor: number;
  readonly device: number;
  /** 24 bits: class, subclass and programming interface, such as 0x020000 for an Ethernet controller. */
  readonly class: number;
  readonly revision?: number;
  /** Absent: the vendor and device themselves. */
  readonly subsystem?: { readonly vendor: number; readonly device: number };
}

/** Which interrupts the device can send. A driver chooses among them. */
export interface Interrupts {
  /** Vectors by MSI: 1, 2, 4, 8, 16 or 32. */
  readonly msi?: number;
  /**
   * The table needs 16 bytes a vector, the pending bits 8 bytes for every 64; both lie in a BAR that `bars` declares.
   */
  readonly msix?: {
    readonly vectors: number;
    readonly bar: number;
    readonly table?: number;
    readonly pending?: number;
  };
  /**
   * A line. QEMU has it through a relay, which gcc builds once; a device with messages as well is used without it where
   * there is no gcc.
   */
  readonly intx?: boolean;
  /** Of the vectors, from 0 on; used in reports and faults. */
  readonly names?: readonly string[];
}

export interface InterruptControl {
  /** Sends the message of this vector, or asserts the line. Without bus mastering a message is lost, as in hardware. */
  readonly raise: (vector?: number) => void;
  /** The cause is gone: the line goes back. A message cannot be taken back. */
  readonly lower: (vector?: number) => void;
}

/** What a model's handlers are given: the device itself, as its data sheet describes it from the inside. */
export interface Device<B extends Bars, S, C extends Controls> {
  /** Values by register. Reading or assigning here has none of the side effects that the guest's accesses have. */
  readonly regs: RegisterValues<B>;
  /** `fields.STATUS.BUSY = 1`. */
  readonly fields: FieldValues<B>;
  /** The BARs' plain memory by name. */
  readonly memory: Memories<B>;
  /** What the registers do not hold; made anew at every reset. */
  readonly state: S;
  readonly controls: ControlValues<C>;
  readonly dma: Dma;
  readonly clock: Clock;
  readonly interrupts: InterruptControl;
}

/** Promises are awaited: what they reject with is the model's crash, as what it throws is. */
export type Handled = void | Promise<void>;

export interface DeviceDefinition<B extends Bars, S, C extends Controls> {
  /** As in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  readonly pci: PciIdentity;
  readonly bars: B;
  readonly interrupts?: Interrupts;
  /** `addressBits`: address lines that the device has, 64 when absent. Higher bits of an address are lost. */
  readonly dma?: { readonly addressBits: number };
  readonly state?: () => S;
  readonly controls?: C;
  /**
   * What the guest reads, where that is not what the register holds. The machine waits: no promise, no DMA from here.
   */
  readonly read?: { readonly [N in RegisterName<B>]?: (device: Device<B, S, C>) => RegisterValue<B, N> };
  /**
   * After the guest has written and the register has taken what its access rules let through. `written`: all that the
   * guest wrote.
   */
  readonly write?: {
    readonly [N in RegisterName<B>]?: (device: Device<B, S, C>, written: RegisterValue<B, N>) => Handled;
  };
  /**
   * After registers, memory and state have their first values, the timers are gone and DMA under way has been given up.
   */
  readonly reset?: (device: Device<B, S, C>) => void;
  /** After a test has set a control. */
  readonly changed?: { readonly [N in keyof C]?: (device: Device<B, S, C>, value: ControlValues<C>[N]) => Handled };
}

/** A checked definition. The names that its handlers are typed with are needed no longer. */
export interface DeviceModel {
  readonly name: string;
  readonly pci: PciIdentity;
  readonly bars: Bars;
  readonly interrupts: Interrupts;
  readonly addressBits: number;
  readonly controls: Controls;
  readonly state: () => unknown;
  readonly read: Readonly<Record<string, ReadHandler | undefined>>;
  readonly write: Readonly<Record<string, WriteHandler | undefined>>;
  readonly reset: ((device: object) => void) | undefined;
  readonly changed: Readonly<Record<string, ChangeHandler | undefined>>;
}

export type ReadHandler = (device: object) => number | bigint;

export type WriteHandler = (device: object, written: number | bigint) => Handled;

export type ChangeHandler = (device: object, value: ControlValue) => Handled;
