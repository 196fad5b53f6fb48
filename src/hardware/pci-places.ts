import { asObject } from '../bounds/parse-json.ts';
import { slotNumber } from '../machine/qemu-arguments.ts';
import { type HwMonitor, HwRefusal } from './answerers.ts';
import type { Sign } from './attach/attached-device.ts';
import type { Hardware, HwResult } from './hardware.ts';

/** A PCI device as QEMU lists it. `address`: the guest's name for it, `0000:01:00.0`. */
export interface PciPlace {
  readonly id: string;
  readonly address: string;
}

interface PciEntry extends PciPlace {
  readonly below: readonly PciEntry[];
}

/** All PCI devices with an id. @throws QmpError */
async function listPciPlaces(monitor: HwMonitor): Promise<readonly PciPlace[]> {
  return (await readBuses(monitor)).flatMap(withAllBelow).filter(({ id }) => id !== '');
}

/**
 * A free slot of ours; undefined on a machine without them, where QEMU chooses. Slots of the suite are left for the
 * test to name. @throws HwRefusal when none is free @throws QmpError
 */
export async function freeSlot({
  monitor,
  hasSlots,
  usableSlots = Infinity,
}: Pick<Hardware, 'monitor' | 'hasSlots' | 'usableSlots'>): Promise<string | undefined> {
  if (!hasSlots) return undefined;
  const entries = (await readBuses(monitor)).flatMap(withAllBelow);
  const found = entries.find(({ id, below }) => (slotNumber(id) ?? Infinity) < usableSlots && below.length === 0);
  if (found !== undefined) return found.id;
  const more = 'add one with -device pcie-root-port,id=more0,chassis=1 and plug with bus=more0';
  throw new HwRefusal(`no slot is free; unplug a device, or ${more}`);
}

/** Where the guest shows a sign; undefined: QEMU has no such PCI device. @throws QmpError */
export async function signPaths(
  { pciDevice, paths }: Sign,
  monitor: HwMonitor,
): Promise<readonly string[] | undefined> {
  const address = (await listPciPlaces(monitor)).find(({ id }) => id === pciDevice)?.address;
  return address === undefined ? undefined : paths.map((path) => `/sys/bus/pci/devices/${address}/${path}`);
}

/**
 * Where the kernel shows a device when drivers may have it; in /sys it does so earlier. Source: pci_bus_add_device in
 * drivers/pci/bus.c.
 */
function whenAdded(address: string): string {
  const [, bus = '', place = ''] = address.split(':');
  return `/proc/bus/pci/${bus}/${place}`;
}

/** The answer to a request that plugged a device in: a PCI device's address, which the guest is about to have. */
export async function whereItIs(
  id: string,
  { monitor, announces }: Pick<Hardware, 'monitor' | 'announces'>,
): Promise<HwResult> {
  const address = (await listPciPlaces(monitor)).find((place) => place.id === id)?.address;
  if (address === undefined) return { text: id };
  return {
    text: address,
    guestPath: whenAdded(address),
    ...(announces === false ? { isUnannounced: true } : {}),
  };
}

/** The guest's address of the port whose slot a device is in; undefined: it is in none. @throws QmpError */
export async function portAbove(id: string, monitor: HwMonitor): Promise<string | undefined> {
  const entries = (await readBuses(monitor)).flatMap(withAllBelow);
  return entries.find(({ below }) => below.some((device) => device.id === id))?.address;
}

async function readBuses(monitor: HwMonitor): Promise<readonly PciEntry[]> {
  const buses = await monitor.execute('query-pci');
  return asList(buses).flatMap((bus) => asList(asObject(bus)?.['devices']).map(entryOf));
}

function entryOf(device: unknown): PciEntry {
  const { qdev_id: id, bus, slot, function: part, pci_bridge: bridge } = asObject(device) ?? {};
  const address = `0000:${hex(bus, 2)}:${hex(slot, 2)}.${String(part)}`;
  const below = asList(asObject(bridge)?.['devices']).map(entryOf);
  return { id: typeof id === 'string' ? id : '', address, below };
}

function withAllBelow(entry: PciEntry): readonly PciEntry[] {
  return [entry, ...entry.below.flatMap(withAllBelow)];
}

function hex(value: unknown, digits: number): string {
  return typeof value === 'number' ? value.toString(16).padStart(digits, '0') : '?';
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
