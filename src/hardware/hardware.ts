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
  /** The guest has to ask a file of its kernel before there is an answer. */
  readonly question?: GuestQuestion;
}

/** Texts for a file of the guest's kernel, one after the other, and what its answers mean. */
export interface GuestQuestion {
  readonly path: string;
  /** Never empty. */
  readonly texts: readonly string[];
  /** Gets the lines that were answered to each text, as long as none failed. @throws HwRefusal */
  readonly conclude: (answers: readonly (readonly string[])[]) => HwResult;
}

export const done: HwResult = { text: '' };
