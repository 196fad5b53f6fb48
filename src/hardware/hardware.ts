import type { Answerers } from './answerers.ts';

import type { MonitorEvents } from './monitor-events.ts';
import type { PluggedDevices } from './plugged-devices.ts';

/** One machine's hardware, as far as its guest may reach it. */
export interface Hardware extends Answerers {
  readonly events: MonitorEvents;
  /** Whether a PCI device needs a slot to be plugged into; else QEMU finds it a place. */
  readonly hasSlots: boolean;
  readonly plugged: PluggedDevices;
  readonly limits: Pick<HwLimits, 'guestMs'>;
}

/** How long the host waits for what it has asked QEMU or the guest for. */
export interface HwLimits {
  /** Until the guest has let go of a device, or has found one. */
  readonly guestMs: number;
  /**
   * Until QEMU, or the process of the device models, has answered all that a request needs of it. A fault may have QEMU
   * wait for 30 s (`read-late`); what takes longer does not come.
   */
  readonly requestMs: number;
}

export const hwLimits: HwLimits = { guestMs: 10_000, requestMs: 45_000 };

/** What the guest may be told when a request is done. */
export interface HwResult {
  /** For standard output; empty: nothing. */
  readonly text: string;
  /** A path that the guest's kernel will have made; it is waited for in the guest. */
  readonly guestPath?: string;
}

export const done: HwResult = { text: '' };
