import { mkdirSync, readdirSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DiskRegistry } from '../../../src/hardware/disk/disk-registry.ts';
import type { HwMonitor } from '../../../src/hardware/answerers.ts';
import { PluggedDevices } from '../../../src/hardware/plugged-devices.ts';
import { deferred } from '../../../src/host/deferred.ts';
import { connectLocal } from '../../../src/host/local-socket.ts';
import { QmpError } from '../../../src/machine/qmp/message.ts';
import { eventually } from '../eventually.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

/** A monitor in this process; what it is asked for is done by a table, or else at once. */
function monitorThat(
  answers: Readonly<Record<string, () => Promise<unknown>>> = {},
): HwMonitor & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    execute: async (command, args) => {
      asked.push(`${command} ${String(args?.['node-name'])}`);
      return (await answers[command]?.()) ?? {};
    },
  };
}

const refuse = (): Promise<never> =>
  Promise.reject(new QmpError('execute', 'QEMU refused blockdev-del: Node is in use'));
const gone = (device: string): Parameters<PluggedDevices['follow']>[0] => ({
  name: 'DEVICE_DELETED',
  data: { device, path: `/machine/peripheral/${device}` },
});

interface Rig {
  readonly directory: string;
  readonly plugged: PluggedDevices;
  readonly plug: (id: string) => Promise<void>;
  /** Whether somebody serves the disk of this number. */
  readonly isServed: (number: number) => Promise<boolean>;
  readonly openFiles: () => number;
}

function rigWith(monitor: HwMonitor): Rig {
  const directory = join(temporaryDirectory(), 'd');
  mkdirSync(directory);
  const plugged = new PluggedDevices(new DiskRegistry(directory));
  onTestFinished(() => plugged[Symbol.dispose]());
  return {
    directory,
    plugged,
    plug: async (id) =>
      await plugged.during(id, await plugged.disks.add(id, '4M', monitor), { monitor, plug: () => Promise.resolve() }),
    isServed: async (number) => {
      try {
        (await connectLocal(join(directory, `qdt.block${number}.sock`))).destroy();
        return true;
      } catch {
        return false;
      }
    },
    openFiles: () => readdirSync('/proc/self/fd').filter((fd) => linkOf(fd).startsWith(directory)).length,
  };
}

/** Of a descriptor that may have been closed in the meantime. */
function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return '';
  }
}

describe('a disk', () => {
  it('is removed with its device, whoever removed that', async () => {
    const monitor = monitorThat();
    const { plugged, plug, isServed, openFiles } = rigWith(monitor);
    await plug('d');
    expect([await isServed(0), openFiles(), plugged.disks.ids]).toEqual([true, 1, ['d']]);
    plugged.follow(gone('other'), monitor);
    plugged.follow({ name: 'DEVICE_DELETED', data: { path: '/machine/peripheral-anon/device[3]' } }, monitor);
    plugged.follow({ name: 'DEVICE_UNPLUG_GUEST_ERROR', data: { device: 'd' } }, monitor);
    expect(plugged.disks.ids).toEqual(['d']);
    plugged.follow(gone('d'), monitor);
    await plugged.disks.settled();
    expect([plugged.disks.ids, await isServed(0), monitor.asked]).toEqual([
      [],
      false,
      ['blockdev-add qdt.block0', 'blockdev-del qdt.block0'],
    ]);
    await eventually(() => expect(openFiles()).toBe(0));
  });

  it('can be plugged in again under its old id without limit, eight at a time', async () => {
    const monitor = monitorThat();
    const { plugged, plug, openFiles } = rigWith(monitor);
    for (let round = 0; round < 20; round++) {
      await plug('d');
      plugged.follow(gone('d'), monitor);
      await plugged.disks.settled();
    }
    for (let number = 0; number < 8; number++) await plug(`d${number}`);
    await expect(plug('d8')).rejects.toThrow('a machine has at most 8 disks; unplug one');
    await eventually(() => expect(openFiles()).toBe(8));
  });

  it('is not mistaken for its predecessor, whose end QEMU says late', async () => {
    const monitor = monitorThat();
    const { plugged, plug, isServed } = rigWith(monitor);
    await plug('d');
    await plug('d');
    const second = plugged.disks.get('d');
    plugged.follow(gone('d'), monitor);
    await plugged.disks.settled();
    expect([plugged.disks.get('d') === second, await isServed(0), await isServed(1)]).toEqual([true, false, true]);
  });

  it('is closed, and counted no longer, when QEMU does not let go of it', async () => {
    const monitor = monitorThat({ 'blockdev-del': refuse });
    const { plugged, plug, isServed, openFiles } = rigWith(monitor);
    for (let round = 0; round < 9; round++) {
      await plug('d');
      plugged.follow(gone('d'), monitor);
      await plugged.disks.settled();
    }
    expect(await isServed(8)).toBe(false);
    await eventually(() => expect(openFiles()).toBe(0));
  });

  it('without a report from QEMU is closed with the machine', async () => {
    const monitor = monitorThat({ 'blockdev-del': () => new Promise(() => undefined) });
    const { plugged, plug, isServed, openFiles } = rigWith(monitor);
    await plug('d');
    await plug('e');
    plugged.follow(gone('d'), monitor);
    expect(await isServed(0)).toBe(true);
    plugged[Symbol.dispose]();
    expect([await isServed(0), await isServed(1), plugged.disks.ids]).toEqual([false, false, []]);
    await eventually(() => expect(openFiles()).toBe(0));
  });

  it('that is being made when the machine ends is closed as well', async () => {
    const { promise, resolve } = deferred<unknown>();
    const monitor = monitorThat({ 'blockdev-add': () => promise });
    const { plugged, plug, isServed, openFiles } = rigWith(monitor);
    const adding = plug('d');
    await eventually(async () => expect(await isServed(0)).toBe(true));
    plugged[Symbol.dispose]();
    resolve({});
    await expect(adding).rejects.toThrow('the machine has ended');
    expect(await isServed(0)).toBe(false);
    await eventually(() => expect(openFiles()).toBe(0));
  });

  it('that QEMU refuses is closed at once', async () => {
    const monitor = monitorThat({
      'blockdev-add': () => Promise.reject(new QmpError('execute', 'QEMU refused blockdev-add: no')),
    });
    const { plugged, plug, isServed, openFiles } = rigWith(monitor);
    await expect(plug('d')).rejects.toThrow('no');
    expect([plugged.disks.ids, await isServed(0)]).toEqual([[], false]);
    await eventually(() => expect(openFiles()).toBe(0));
  });
});
