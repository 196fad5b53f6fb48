import type { HostRequest } from '../device-host/control-protocol.ts';
import type { FaultReport } from '../device/fault/fault-spec.ts';
import { isCallFault } from '../calls/call-fault.ts';
import { HwRefusal, HwUsage } from './answerers.ts';
import { callFaultFired, clearCallFault, type FaultyModule, moduleNamed, setCallFault } from './call-commands.ts';
import type { DiskFaults } from './disk/disk-fault.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { findPeripheral } from './unplug.ts';

/** A device model, or the disk of a device that `hw` plugged in. */
interface FaultyThing {
  readonly set: (text: string) => Promise<string>;
  /** Without an id: all faults. */
  readonly clear: (id: string | undefined) => Promise<void>;
  readonly reports: () => Promise<readonly FaultReport[]>;
}

/**
 * `hw fault DEVICE KIND [key=value …]`: prints the fault's id. @throws HwRefusal @throws HwUsage @throws
 * FaultSyntaxError @throws FaultError @throws DeviceHostError
 */
export async function setFault(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...fault] = words;
  if (id === undefined || fault.length === 0) throw new HwUsage('expected a device and a fault');
  const text = fault.join(' ');
  const module = isCallFault(text) ? moduleNamed(id, hardware, text) : undefined;
  if (module !== undefined) return setCallFault(module, text);
  return { text: await thingNamed(id, hardware).set(text) };
}

/**
 * `hw block DISK …`: the same, but only for disks, plus `clear`. @throws HwRefusal @throws HwUsage @throws
 * FaultSyntaxError @throws FaultError
 */
export async function blockFault(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...fault] = words;
  if (id === undefined || fault.length === 0) throw new HwUsage('expected a disk and a fault');
  if (hardware.plugged.disks.get(id) === undefined)
    throw new HwRefusal(
      `${JSON.stringify(id)} is not a disk that hw plugged in (hw plug ` +
        `virtio-blk-pci,id=${/^[\w-]+$/.test(id) ? id : 'disk0'},disk=64M)`,
    );
  // QEMU reports a removal only some time after the device is gone.
  await findPeripheral(hardware, id);
  return fault[0] === 'clear' ? await clearFault([id, ...fault.slice(1)], hardware) : await setFault(words, hardware);
}

/** `hw clear DEVICE [FAULT]`. @throws HwRefusal @throws HwUsage @throws FaultError @throws DeviceHostError */
export async function clearFault(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, fault, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected a device, and at most one fault');
  const module = moduleNamed(id, hardware, undefined);
  if (module !== undefined && isMeant(module, fault, isDevice(id, hardware))) {
    if (fault === undefined && isDevice(id, hardware)) await thingNamed(id, hardware).clear(fault);
    return clearCallFault(module, fault);
  }
  await thingNamed(id, hardware).clear(fault);
  return done;
}

/**
 * `hw fired DEVICE FAULT [TIMES]`: refused unless the fault has fired that often. @throws HwRefusal @throws HwUsage
 * @throws DeviceHostError
 */
export async function faultFired(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, fault, times = '1', ...more] = words;
  if (id === undefined || fault === undefined || more.length > 0 || !/^\d{1,9}$/.test(times))
    throw new HwUsage('expected a device, a fault, and how often it must have fired');
  const module = moduleNamed(id, hardware, undefined);
  if (module !== undefined && isMeant(module, fault, isDevice(id, hardware)))
    return callFaultFired(module, fault, Number(times));
  const reports = await thingNamed(id, hardware).reports();
  const report = reports.find((candidate) => candidate.id === fault);
  if (report === undefined)
    throw new HwRefusal(
      `${id} has no fault ${JSON.stringify(fault)}; ` +
        (reports.length === 0
          ? 'none is set'
          : `the faults are ${reports.map((candidate) => candidate.id).join(', ')}`),
    );
  const found = `fired ${report.fired} times in ${report.counted} matching accesses`;
  if (report.fired < Number(times))
    throw new HwRefusal(
      `${fault} of ${id}: expected at least ${times} firings, found that it ` +
        `${found}${report.isCleared ? '; it was cleared' : ''}`,
    );
  return { text: found };
}

/** Whether a request is about a module's fault. A device of the same name may have one with this id. */
function isMeant({ calls, module }: FaultyModule, fault: string | undefined, hasTwin: boolean): boolean {
  return fault === undefined || !hasTwin || calls.hasFault(module, fault);
}

/** A module may have the name of a device. */
function isDevice(id: string, { models, plugged: { disks } }: Hardware): boolean {
  return models.ids.includes(id) || disks.get(id) !== undefined;
}

/** @throws HwRefusal with the list of devices */
function thingNamed(id: string, { models, plugged: { disks } }: Hardware): FaultyThing {
  const disk = disks.get(id);
  if (disk !== undefined) return faultyDisk(disk.faults);
  if (models.ids.includes(id)) return faultyModel(id, models);
  const ids = [...models.ids, ...disks.ids];
  throw new HwRefusal(
    `${JSON.stringify(id)} is neither a device model nor a disk that hw plugged in; ` +
      (ids.length === 0 ? 'there are none' : `the choices are ${ids.join(', ')}`),
  );
}

function faultyDisk(faults: DiskFaults): FaultyThing {
  return {
    set: (text) => Promise.resolve(faults.add(text)),
    clear: (fault) => {
      faults.clear(fault);
      return Promise.resolve();
    },
    reports: () => Promise.resolve(faults.reports),
  };
}

function faultyModel(device: string, models: Hardware['models']): FaultyThing {
  return {
    set: async (text) => (await models.ask({ do: 'set-fault', device, text })).fault,
    clear: async (fault) => {
      await models.ask({ do: 'clear-fault', device, ...(fault === undefined ? {} : { fault }) });
    },
    reports: async () => (await models.ask({ do: 'faults', device })).faults,
  };
}

type ClockChange = Extract<HostRequest, { do: 'clock' }>['change'];

/**
 * `hw clock DEVICE stop|resume|step TIME`: prints the model's time. @throws HwRefusal @throws HwUsage @throws
 * DeviceHostError
 */
export async function changeClock(words: readonly string[], { models }: Hardware): Promise<HwResult> {
  const [id, ...change] = words;
  if (id === undefined) throw new HwUsage('expected a device model');
  if (!models.ids.includes(id))
    throw new HwRefusal(
      `${JSON.stringify(id)} is not a device model; ` +
        (models.ids.length === 0 ? 'there are none' : `the device models are ${models.ids.join(', ')}`),
    );
  const { nowUs } = await models.ask({ do: 'clock', device: id, change: parseChange(change) });
  return { text: `${nowUs}us` };
}

const unitsUs: Readonly<Record<string, number>> = { us: 1, ms: 1000, s: 1_000_000 };
const maxStepUs = 3_600_000_000;

/** @throws HwUsage */
function parseChange([change, time, ...more]: readonly string[]): ClockChange {
  if ((change === 'stop' || change === 'resume') && time === undefined) return change;
  const [, amount = '', unit = ''] = /^(\d{1,10})(us|ms|s)$/.exec(time ?? '') ?? [];
  const stepUs = Number(amount) * (unitsUs[unit] ?? NaN);
  if (change !== 'step' || more.length > 0 || amount === '' || !(stepUs <= maxStepUs))
    throw new HwUsage('expected stop, resume, or step and a time such as 100us, 5ms or 1s, up to an hour');
  return { stepUs };
}
