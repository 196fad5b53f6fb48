import type { MachineCalls } from '../calls/machine-calls.ts';
import type { Answerers } from './answerers.ts';

import type { MonitorEvents } from './monitor-events.ts';
import type { PluggedDevices } from './plugged-devices.ts';

/** The hardware of one machine, as far as its guest may change it. */
export interface Hardware extends Answerers {
  /** Undefined: no call of a module can fail. */
  readonly calls?: MachineCalls | undefined;
  readonly events: MonitorEvents;
  /** Whether a PCI device needs a slot; otherwise QEMU finds a place. */
  readonly hasSlots: boolean;
  /** The machine may have more, because it was saved for others, too; absent: it has no more than it needs. */
  readonly usableSlots?: number;
  /** Whether the kernel hears of a device that comes into a slot or is to leave it; absent: it does. */
  readonly announces?: boolean;
  /** Whether plugging in this driver would change the memory of other machines, too. */
  readonly takesFromOthers: (driver: string) => boolean;
  readonly plugged: PluggedDevices;
  readonly limits: Pick<HwLimits, 'guestMs'>;
}

/** How long the host waits for QEMU or the guest. */
export interface HwLimits {
  /** Until the guest has released a device, or found one. */
  readonly guestMs: number;
  /**
   * Until QEMU, or the process of the device models, has answered all questions of a request. A fault may delay QEMU by
   * 30 s (`read-late`); a longer wait is hopeless.
   */
  readonly requestMs: number;
}

export const hwLimits: HwLimits = { guestMs: 10_000, requestMs: 45_000 };

/** The answer to a completed request. */
export interface HwResult {
  /** For standard output; empty: nothing is printed. */
  readonly text: string;
  /** Paths, one of which the guest's kernel is about to create, with blanks between them. The guest waits for it. */
  readonly guestPath?: string;
  /** The guest's kernel does not hear of the device there, and has to look for it. */
  readonly isUnannounced?: boolean;
  /** The guest has to do something before there is an answer. */
  readonly question?: GuestQuestion;
}

/** Orders for `hw` in the guest, one after the other, as guest/PROTOCOL.md has them, and what its answers mean. */
export interface GuestQuestion {
  /** Never empty. */
  readonly orders: readonly string[];
  /** Gets the lines that were answered to each order, as long as none failed. @throws HwRefusal @throws QmpError */
  readonly conclude: (answers: readonly (readonly string[])[]) => HwResult | Promise<HwResult>;
}

/** Texts for a file of the guest's kernel. */
export function tellOrders(path: string, texts: readonly string[]): readonly string[] {
  return texts.map((text) => `tell ${path} ${text}`);
}

export const done: HwResult = { text: '' };
