import { join } from 'node:path';
import { createDiskFile } from '../../host/disk-file.ts';
import { listenLocal } from '../../host/local-socket.ts';
import type { QmpClient } from '../../machine/qmp/client.ts';
import { HwRefusal } from '../refusal.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { serveDisk } from './serve-disk.ts';

/** A disk that a test has plugged in. */
export interface PluggedDisk extends Disposable {
  readonly disk: FaultyDisk;
  /** QEMU's name of it. */
  readonly node: string;
}

const maxDisks = 8;
const maxDiskBytes = 1024 ** 3;

/** The scratch disks of one machine, by the ids of their devices. They are gone with the machine. */
export class DiskShelf implements Disposable {
  readonly #directory: string;
  readonly #disks = new Map<string, PluggedDisk>();
  #made = 0;

  /** `directory`: a private one that is gone with the machine. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  get ids(): readonly string[] {
    return [...this.#disks.keys()];
  }

  get(id: string): FaultyDisk | undefined {
    return this.#disks.get(id)?.disk;
  }

  /** A new, empty disk, known to QEMU. @throws HwRefusal, QmpError, SystemError */
  async add(id: string, sizeText: string, monitor: QmpClient): Promise<PluggedDisk> {
    const sizeBytes = parseDiskSize(sizeText);
    if (this.#disks.size >= maxDisks) throw new HwRefusal(`a machine has at most ${maxDisks} disks; unplug one`);
    const node = `qdt.block${this.#made++}`;
    const path = join(this.#directory, node);
    const file = await createDiskFile(path, sizeBytes);
    const disk = new FaultyDisk(file);
    const server = await listenLocal(`${path}.sock`, (stream) => void serveDisk(stream, disk));
    const plugged = {
      disk,
      node,
      [Symbol.dispose]: () => {
        server[Symbol.dispose]();
        void file.close();
      },
    };
    this.#disks.set(id, plugged);
    try {
      await monitor.execute('blockdev-add', { driver: 'nbd', 'node-name': node, server: { type: 'unix', path: server.path } });
    } catch (error) {
      this.#disks.delete(id);
      plugged[Symbol.dispose]();
      throw error;
    }
    return plugged;
  }

  /** Its device is gone. @throws QmpError */
  async remove(id: string, monitor: QmpClient): Promise<void> {
    const plugged = this.#disks.get(id);
    if (plugged === undefined) return;
    this.#disks.delete(id);
    await monitor.execute('blockdev-del', { 'node-name': plugged.node });
    plugged[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    for (const plugged of this.#disks.values()) plugged[Symbol.dispose]();
    this.#disks.clear();
  }
}

const units: Readonly<Record<string, number>> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** `64M`. @throws HwRefusal */
export function parseDiskSize(text: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,7})([KMG])$/.exec(text) ?? [];
  const bytes = Number(amount) * (units[unit] ?? NaN);
  if (amount === '' || !(bytes >= 4096 && bytes <= maxDiskBytes) || bytes % 4096 !== 0) throw new HwRefusal(`disk: expected a size from 4K to 1G in steps of 4K, such as 64M, found ${JSON.stringify(text)}`);
  return bytes;
}
