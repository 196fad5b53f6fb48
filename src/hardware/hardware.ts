import type { QmpClient } from '../machine/qmp/client.ts';
import type { AttachedModels } from './attached-models.ts';
import type { DiskShelf } from './disk/disk-shelf.ts';
import type { MonitorEvents } from './monitor-events.ts';

/** One machine's hardware, as far as its guest may reach it. */
export interface Hardware {
  readonly monitor: QmpClient;
  readonly events: MonitorEvents;
  readonly models: AttachedModels;
  /** Whether a PCI device needs a slot to be plugged into; else QEMU finds it a place. */
  readonly hasSlots: boolean;
  readonly disks: DiskShelf;
  readonly limits: HwLimits;
}

/** How long the host waits for what it has asked QEMU or the guest for. */
export interface HwLimits {
  /** Until the guest has let go of a device, or has found one. */
  readonly guestMs: number;
}

export const hwLimits: HwLimits = { guestMs: 10_000 };

/** What the guest may be told when a request is done. */
export interface HwResult {
  /** For standard output; empty: nothing. */
  readonly text: string;
  /** A path that the guest's kernel will have made; it is waited for in the guest. */
  readonly guestPath?: string;
}

export const done: HwResult = { text: '' };
