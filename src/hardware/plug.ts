import type { PluggedDisk } from './disk/disk-shelf.ts';
import type { PropertyValue } from './drivers/property-rule.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { parsePlug, type PlugRequest } from './parse-plug.ts';
import { listPeripherals } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';
import { findFreeSlot, listPciPlaces } from './slots.ts';

/**
 * `hw plug`: prints the address at which the guest has found it, where it is a PCI device.
 * @throws HwRefusal, HwUsage, QmpError, SystemError
 */
export async function plugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [text, ...more] = words;
  if (text === undefined || more.length > 0) {
    throw new HwUsage('expected DRIVER[,id=ID][,property=value …] as one word');
  }
  const request = parsePlug(text);
  const { monitor, plugged } = hardware;
  plugged.checkRoom();
  const id = await chooseId(request, hardware);
  const bus = await findBus(request, hardware);
  const disk = request.disk === undefined ? undefined : await plugged.disks.add(id, request.disk, monitor);
  const device = deviceOf(request, { id, bus, disk });
  await plugged.during(id, disk, { monitor, plug: () => monitor.execute('device_add', device) });
  const address = (await listPciPlaces(monitor)).find((place) => place.id === id)?.address;
  return address === undefined ? { text: id } : { text: address, guestPath: `/sys/bus/pci/devices/${address}` };
}

interface Place {
  readonly id: string;
  readonly bus: string | undefined;
  readonly disk: PluggedDisk | undefined;
}

/** What QEMU is told. What we say ourselves stands last, so that it holds whatever the guest has said. */
function deviceOf(
  { driver, allowed, properties }: PlugRequest,
  { id, bus, disk }: Place,
): Readonly<Record<string, PropertyValue>> {
  // An error of its disk is the guest's to see, and never stops the machine.
  const reports = allowed.disk === 'reporting' ? { werror: 'report', rerror: 'report' } : {};
  const drive = disk === undefined ? {} : { serial: id.slice(0, 20), ...properties, drive: disk.node, ...reports };
  return { ...properties, ...drive, ...(bus === undefined ? {} : { bus }), driver, id };
}

/** The one that was asked for, or the first that is free. @throws HwRefusal, QmpError */
async function chooseId({ driver, id }: PlugRequest, { monitor, models }: Hardware): Promise<string> {
  const taken = new Set([...models.ids, ...(await listPeripherals(monitor)).map((peripheral) => peripheral.id)]);
  if (id !== undefined && taken.has(id)) throw new HwRefusal(`there is a device ${id} already`);
  if (id !== undefined) return id;
  for (let number = 0; ; number++) if (!taken.has(`${driver}${number}`)) return `${driver}${number}`;
}

/** A slot of ours, or on a machine without them whatever QEMU finds. @throws HwRefusal, QmpError */
async function findBus({ allowed, bus }: PlugRequest, { monitor, hasSlots }: Hardware): Promise<string | undefined> {
  if (bus !== undefined || allowed.bus === 'below' || !hasSlots) return bus;
  const slot = await findFreeSlot(monitor);
  if (slot !== undefined) return slot;
  const more = 'bring more with -device pcie-root-port,id=more0,chassis=1 and plug with bus=more0';
  throw new HwRefusal(`no slot is free; unplug something, or ${more}`);
}
