import { join } from 'node:path';
import { bounds } from '../../bounds/bounds.ts';
import { createDiskFile } from '../../host/files/disk-file.ts';
import { listenLocal } from '../../host/local-socket.ts';
import { QmpError } from '../../machine/qmp/message.ts';
import { type HwMonitor, HwRefusal } from '../answerers.ts';
import { boundMonitor, RequestDeadline } from '../deadline.ts';
import { FaultyDisk } from './faulty-disk.ts';
import { serveDisk } from './serve-disk.ts';

/** A disk that a test has plugged in. Disposing closes its server and its file, whatever QEMU's state. */
export interface PluggedDisk extends Disposable {
  /** The id of its device. */
  readonly id: string;
  readonly disk: FaultyDisk;
  /** QEMU's name for it. */
  readonly node: string;
  /** The socket of its server. */
  readonly socket: string;
}

/** How long QEMU may take to release a disk whose device is gone. */
const letGoMs = 10_000;

/**
 * The scratch disks of one machine. A disk lives as long as its device: `deviceGone` is called for every device that
 * QEMU has deleted, for whatever reason. Disposing the registry closes the remaining disks.
 */
export class DiskRegistry implements Disposable {
  readonly #directory: string;
  /** In the order of creation. If two have the same id, the older one's device is about to be deleted. */
  #inUse: readonly PluggedDisk[] = [];
  readonly #leaving = new Map<PluggedDisk, Promise<void>>();
  #made = 0;
  /** Disks in creation count, too. */
  #making = 0;
  #isClosed = false;

  /** `directory`: a private one that is removed with the machine. */
  constructor(directory: string) {
    this.#directory = directory;
  }

  get ids(): readonly string[] {
    return this.#inUse.map(({ id }) => id);
  }

  /** The disk of the device that has this id now. */
  get(id: string): FaultyDisk | undefined {
    return this.#inUse.findLast((plugged) => plugged.id === id)?.disk;
  }

  /** Adds a new, empty disk and registers it with QEMU. @throws HwRefusal @throws QmpError @throws SystemError */
  async add(id: string, sizeText: string, monitor: HwMonitor): Promise<PluggedDisk> {
    const sizeBytes = parseDiskSize(sizeText);
    this.#checkRoom();
    this.#making++;
    try {
      const plugged = await this.#make(id, sizeBytes);
      await this.#tellQemu(plugged, monitor);
      this.#inUse = [...this.#inUse, plugged];
      return plugged;
    } finally {
      this.#making--;
    }
  }

  /** QEMU has deleted a device with this id; if there are two, the older one. */
  deviceGone(id: string, monitor: HwMonitor): void {
    const plugged = this.#inUse.find((candidate) => candidate.id === id);
    if (plugged !== undefined) void this.remove(plugged, monitor);
  }

  /** Removes it from QEMU and closes it. On our side, nothing of it remains even if QEMU keeps it. */
  async remove(plugged: PluggedDisk, monitor: HwMonitor): Promise<void> {
    this.#inUse = this.#inUse.filter((other) => other !== plugged);
    const leaving = this.#leaving.get(plugged) ?? letGo(plugged, monitor).finally(() => this.#leaving.delete(plugged));
    this.#leaving.set(plugged, leaving);
    await leaving;
  }

  /** Waits until disks without devices have been removed. */
  async settled(): Promise<void> {
    await Promise.all(this.#leaving.values());
  }

  [Symbol.dispose](): void {
    this.#isClosed = true;
    for (const plugged of [...this.#inUse, ...this.#leaving.keys()]) plugged[Symbol.dispose]();
    this.#inUse = [];
  }

  #checkRoom(): void {
    const count = this.#inUse.length + this.#leaving.size + this.#making;
    if (count >= bounds.hw.disks) throw new HwRefusal(`a machine has at most ${bounds.hw.disks} disks; unplug one`);
  }

  async #make(id: string, sizeBytes: number): Promise<PluggedDisk> {
    const node = `qdt.block${this.#made++}`;
    const path = join(this.#directory, node);
    const file = await createDiskFile(path, sizeBytes);
    const disk = new FaultyDisk(file);
    try {
      const server = await listenLocal(`${path}.sock`, (stream) => void serveDisk(stream, disk));
      const close = (): void => {
        server[Symbol.dispose]();
        // An unnamed scratch file: unwritten data does not matter.
        file.close().catch(() => undefined);
      };
      return { id, disk, node, socket: server.path, [Symbol.dispose]: close };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** @throws HwRefusal, QmpError */
  async #tellQemu(plugged: PluggedDisk, monitor: HwMonitor): Promise<void> {
    try {
      const server = { type: 'unix', path: plugged.socket };
      await monitor.execute('blockdev-add', { driver: 'nbd', 'node-name': plugged.node, server });
      if (this.#isClosed) throw new QmpError('interrupted', 'the machine has ended');
    } catch (error) {
      plugged[Symbol.dispose]();
      throw error;
    }
  }
}

async function letGo(plugged: PluggedDisk, monitor: HwMonitor): Promise<void> {
  using deadline = new RequestDeadline(letGoMs);
  try {
    await boundMonitor(monitor, deadline).execute('blockdev-del', { 'node-name': plugged.node });
  } catch (error) {
    // If QEMU does not release it, or is gone, QEMU keeps a disk without a server. Nothing else remains of it.
    if (!(error instanceof QmpError || error instanceof HwRefusal)) throw error;
  } finally {
    plugged[Symbol.dispose]();
  }
}

const units: Readonly<Record<string, number>> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };

/** `64M`. @throws HwRefusal */
export function parseDiskSize(text: string): number {
  const [, amount = '', unit = ''] = /^(\d{1,7})([KMG])$/.exec(text) ?? [];
  const bytes = Number(amount) * (units[unit] ?? NaN);
  if (amount !== '' && bytes >= 4096 && bytes <= bounds.hw.diskBytes && bytes % 4096 === 0) return bytes;
  const found = JSON.stringify(text);
  throw new HwRefusal(`disk: expected a size from 4K to 1G in steps of 4K, such as 64M, found ${found}`);
}
