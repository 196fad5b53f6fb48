import { join } from 'node:path';
import type { AttachedModels } from '../../../src/hardware/attached-models.ts';
import { answerRequest, type HwAnswer } from '../../../src/hardware/desk.ts';
import { DiskShelf } from '../../../src/hardware/disk/disk-shelf.ts';
import type { Hardware } from '../../../src/hardware/hardware.ts';
import { monitorEvents } from '../../../src/hardware/monitor-events.ts';
import { launchMachine } from '../../../src/machine/machine.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { rig } from '../run/test-rig.ts';

export const noModels: AttachedModels = { ids: [], ask: () => Promise.reject(new Error('expected that no model is asked')) };

/** The desk of a machine that runs on the fake QEMU. */
export interface DeskRig extends Disposable {
  readonly hardware: Promise<Hardware>;
  readonly ask: (...words: readonly string[]) => Promise<HwAnswer>;
  readonly kill: () => void;
}

export interface DeskRigOptions {
  readonly models?: AttachedModels;
  readonly guestMs?: number;
  readonly hasSlots?: boolean;
}

export function deskRig(scenario: Scenario, { models = noModels, guestMs = 10_000, hasSlots = true }: DeskRigOptions = {}): DeskRig {
  const { job, root } = rig({ scenario });
  const machine = launchMachine({ spec: { ...job.machine, sharedFolder: undefined }, qemu: job.qemu, outputPath: join(root, 'qemu.log') });
  const disks = new DiskShelf(root);
  const hardware = machine.monitor.then((monitor): Hardware => ({ monitor, events: monitorEvents(machine), models, disks, hasSlots, limits: { guestMs } }));
  // A test that asks nothing of it does not mind how it ended.
  hardware.catch(() => undefined);
  return {
    hardware,
    ask: (...words) => answerRequest(words, hardware),
    kill: machine.kill,
    [Symbol.dispose]: () => {
      disks[Symbol.dispose]();
      machine.kill();
    },
  };
}

/** QEMU's answer where it is asked for its devices, and for the properties of one: both lists in one. */
export const someDevices = {
  return: [
    { name: 'type', type: 'string' },
    { name: 'edu0', type: 'child<edu>' },
    { name: 'edu0.5', type: 'child<edu>' },
    { name: 'qdt.serial', type: 'child<virtio-serial-pci>' },
    { name: 'port0', type: 'child<pcie-root-port>' },
    { name: 'dma_mask', type: 'uint64' },
    { name: 'is_on', type: 'bool' },
    { name: 'romfile', type: 'str' },
    { name: 'parent', type: 'link<bus>' },
    { name: 'bus master[0]', type: 'str' },
  ],
};
