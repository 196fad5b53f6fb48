import type { MachineCalls } from '../../calls/machine-calls.ts';
import type { AttachedModels } from '../../hardware/answerers.ts';
import { emptyLayout } from '../../hardware/attach/attached-device.ts';
import { DiskRegistry } from '../../hardware/disk/disk-registry.ts';
import { type Hardware, hwLimits } from '../../hardware/hardware.ts';
import { monitorEvents } from '../../hardware/monitor-events.ts';
import { PluggedDevices } from '../../hardware/plugged-devices.ts';
import { type HwListener, serveRequests } from '../../hardware/serve-requests.ts';
import type { Machine } from '../../machine/machine.ts';
import { wouldTakeFromOthers } from '../../machine/private-memory.ts';
import { hasSlots } from '../../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../../machine/user-arguments.ts';
import type { MachineJob } from '../start-machine.ts';

export interface HardwareConnection {
  readonly job: Pick<MachineJob, 'machine' | 'clone' | 'qemu'>;
  /** A private directory that is removed with the machine. */
  readonly scratch: string;
  /** Absent: the machine has no device models. */
  readonly models?: AttachedModels | undefined;
  /** Absent: no call of a module can fail. */
  readonly calls?: MachineCalls | undefined;
  /** Receives each request when it has been answered. */
  readonly listener?: HwListener;
}

const noModels: AttachedModels = {
  ids: [],
  layout: emptyLayout,
  ask: ({ do: what }) =>
    Promise.reject(new Error(`Internal error: ${what} was asked of a machine without device models`)),
};

/** Answers the requests of the guest's `hw` while the machine lives. Devices that were plugged in for it go with it. */
export function connectHardware(
  machine: Machine,
  { job, scratch, models = noModels, calls, listener = () => undefined }: HardwareConnection,
): void {
  const plugged = new PluggedDevices(new DiskRegistry(scratch));
  const hardware = machine.monitor.then((monitor): Hardware => {
    machine.listen((event) => plugged.follow(event, monitor));
    return {
      monitor,
      events: monitorEvents(machine),
      models,
      calls,
      hasSlots: hasSlots(job.machine, mergeUserArguments(job.machine.userArgs)),
      ...(job.clone?.usableSlots === undefined ? {} : { usableSlots: job.clone.usableSlots }),
      takesFromOthers: (driver) => job.clone !== undefined && wouldTakeFromOthers(driver, job.qemu.version),
      ...(job.machine.announces === undefined ? {} : { announces: job.machine.announces }),
      plugged,
      limits: hwLimits,
    };
  });
  // A machine whose monitor never answers has no guest that asks.
  hardware.catch(() => undefined);
  serveRequests(machine.channel('hw'), { hardware }, listener);
  machine.exited.then(() => plugged[Symbol.dispose]()).catch(machine.fail);
}
