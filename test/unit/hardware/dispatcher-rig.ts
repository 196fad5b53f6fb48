import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { AttachedModels, HwMonitor } from '../../../src/hardware/answerers.ts';
import { emptyLayout } from '../../../src/hardware/attach/attached-device.ts';
import { DiskRegistry } from '../../../src/hardware/disk/disk-registry.ts';
import type { Hardware } from '../../../src/hardware/hardware.ts';
import { monitorEvents } from '../../../src/hardware/monitor-events.ts';
import { PluggedDevices } from '../../../src/hardware/plugged-devices.ts';
import { answerRequest, type HwAnswer } from '../../../src/hardware/request-dispatcher.ts';
import { launchMachine } from '../../../src/machine/machine.ts';
import type { Scenario } from '../../fake-qemu/scenario.ts';
import { rig } from '../run/test-rig.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

export const noModels: AttachedModels = {
  ids: [],
  layout: emptyLayout,
  ask: () => Promise.reject(new Error('expected that no model is asked')),
};

/** The dispatcher of a machine that runs on the fake QEMU. */
export interface DeskRig extends Disposable {
  readonly hardware: Promise<Hardware>;
  readonly ask: (...words: readonly string[]) => Promise<HwAnswer>;
  readonly kill: () => void;
}

export interface DeskRigOptions {
  readonly models?: AttachedModels;
  readonly guestMs?: number;
  readonly requestMs?: number;
  readonly hasSlots?: boolean;
  readonly usableSlots?: number;
  readonly announces?: boolean;
}

export function dispatcherRig(
  scenario: Scenario,
  {
    models = noModels,
    guestMs = 10_000,
    requestMs = 10_000,
    hasSlots = true,
    usableSlots = Infinity,
    announces = true,
  }: DeskRigOptions = {},
): DeskRig {
  const { job, root } = rig({ scenario });
  const machine = launchMachine({
    spec: { ...job.machine, sharedFolder: undefined },
    qemu: job.qemu,
    outputPath: join(root, 'qemu.log'),
  });
  const plugged = new PluggedDevices(new DiskRegistry(root));
  const hardware = machine.monitor.then((monitor): Hardware => {
    machine.listen((event) => plugged.follow(event, monitor));
    return {
      monitor,
      events: monitorEvents(machine),
      models,
      plugged,
      hasSlots,
      usableSlots,
      announces,
      takesFromOthers: () => false,
      limits: { guestMs },
    };
  });
  // A test that asks nothing of it does not mind how it ended.
  hardware.catch(() => undefined);
  return {
    hardware,
    ask: (...words) => answerRequest(words, { hardware, limits: { requestMs } }),
    kill: machine.kill,
    [Symbol.dispose]: () => {
      plugged[Symbol.dispose]();
      machine.kill();
    },
  };
}

export interface RecordingHardware {
  readonly hardware: Promise<Hardware>;
  readonly ask: (...words: readonly string[]) => Promise<HwAnswer>;
  /** Everything that QEMU was asked for, in order. */
  readonly commands: readonly { readonly name: string; readonly args: unknown }[];
}

/** A monitor in this process that answers from a table, for what is to be seen of a command itself. */
export function recordingHardware(
  answers: Readonly<Record<string, unknown>>,
  models: AttachedModels = noModels,
): RecordingHardware {
  const commands: { readonly name: string; readonly args: unknown }[] = [];
  const monitor: HwMonitor = {
    execute: (name, args) => {
      commands.push({ name, args });
      return Promise.resolve(answers[name] ?? {});
    },
  };
  const plugged = new PluggedDevices(new DiskRegistry(temporaryDirectory()));
  onTestFinished(() => plugged[Symbol.dispose]());
  const events = monitorEvents({
    listen: () => ({ [Symbol.dispose]: () => undefined }),
    exited: new Promise(() => undefined),
  });
  const hardware = Promise.resolve<Hardware>({
    monitor,
    events,
    models,
    plugged,
    hasSlots: false,
    takesFromOthers: (driver) => driver === 'virtio-balloon-pci',
    limits: { guestMs: 100 },
  });
  return { hardware, ask: (...words) => answerRequest(words, { hardware }), commands };
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
    { name: 'mac', type: 'str' },
    { name: 'realized', type: 'bool' },
    { name: 'parent', type: 'link<bus>' },
    { name: 'bus master[0]', type: 'str' },
  ],
};
