import { bounds } from '../bounds/bounds.ts';
import type { QmpEvent } from '../machine/qmp/message.ts';
import { type HwMonitor, HwRefusal } from './answerers.ts';
import type { DiskRegistry, PluggedDisk } from './disk/disk-registry.ts';

/** What `hw` has plugged into one machine. It follows QEMU's word that a device is gone, whoever took it out. */
export class PluggedDevices implements Disposable {
  readonly disks: DiskRegistry;
  /** By id, how many: of two, the older one is about to be deleted. */
  readonly #counts = new Map<string, number>();

  constructor(disks: DiskRegistry) {
    this.disks = disks;
  }

  /** @throws HwRefusal when no more can be plugged in. */
  checkRoom(): void {
    const count = [...this.#counts.values()].reduce((sum, each) => sum + each, 0);
    if (count < bounds.hw.plugged) return;
    throw new HwRefusal(`at most ${bounds.hw.plugged} devices can be plugged in at a time; unplug one`);
  }

  /**
   * Remembers a device and its disk while it is plugged in, since QEMU may say at any time that it is gone; if that
   * fails, no longer.
   */
  async during(id: string, disk: PluggedDisk | undefined, { monitor, plug }: Plugging): Promise<void> {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
    try {
      await plug();
    } catch (error) {
      this.#drop(id);
      if (disk !== undefined) await this.disks.remove(disk, monitor);
      throw error;
    }
  }

  /** Told of each event of QEMU's. */
  follow({ name, data }: QmpEvent, monitor: HwMonitor): void {
    const id = data['device'];
    if (name !== 'DEVICE_DELETED' || typeof id !== 'string') return;
    this.#drop(id);
    this.disks.deviceGone(id, monitor);
  }

  [Symbol.dispose](): void {
    this.disks[Symbol.dispose]();
  }

  #drop(id: string): void {
    const count = this.#counts.get(id) ?? 0;
    if (count > 1) this.#counts.set(id, count - 1);
    else this.#counts.delete(id);
  }
}

export interface Plugging {
  readonly monitor: HwMonitor;
  readonly plug: () => Promise<unknown>;
}
