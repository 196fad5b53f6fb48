import { bounds } from '../bounds/bounds.ts';
import type { QmpEvent } from '../machine/qmp/message.ts';
import { type HwMonitor, HwRefusal } from './answerers.ts';
import { Backings } from './backings.ts';
import type { DiskRegistry, PluggedDisk } from './disk/disk-registry.ts';

/**
 * The devices that `hw` plugged into one machine. A device counts until QEMU reports that it is gone, whoever removed
 * it.
 */
export class PluggedDevices implements Disposable {
  readonly disks: DiskRegistry;
  readonly backings = new Backings();
  /** The count per id. If there are two, the older one is about to be deleted. */
  readonly #counts = new Map<string, number>();

  constructor(disks: DiskRegistry) {
    this.disks = disks;
  }

  /** @throws HwRefusal when the limit is reached */
  checkRoom(): void {
    const count = [...this.#counts.values()].reduce((sum, each) => sum + each, 0);
    if (count < bounds.hw.plugged) return;
    throw new HwRefusal(`at most ${bounds.hw.plugged} devices can be plugged in at a time; unplug one`);
  }

  /**
   * Registers a device and its disk while it is plugged in, because QEMU may report at any time that it is gone. If
   * plugging fails, it is removed again.
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

  /** Handles every event of QEMU. */
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
