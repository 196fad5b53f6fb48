import { asObject } from '../bounds/parse-json.ts';
import { slotNumber } from '../machine/qemu-arguments.ts';
import type { HwMonitor } from './answerers.ts';
import type { Hardware } from './hardware.ts';

/** A PCI device as QEMU lists it. `address`: the guest's name for it, `0000:01:00.0`. */
export interface PciPlace {
  readonly id: string;
  readonly address: string;
}

interface PciEntry extends PciPlace {
  readonly below: readonly PciEntry[];
}

/** All PCI devices with an id. @throws QmpError */
export async function listPciPlaces(monitor: HwMonitor): Promise<readonly PciPlace[]> {
  return (await readBuses(monitor)).flatMap(withAllBelow).filter(({ id }) => id !== '');
}

/** A free slot of ours, or undefined. Slots of the suite are left for the test to name. @throws QmpError */
export async function findFreeSlot({
  monitor,
  usableSlots = Infinity,
}: Pick<Hardware, 'monitor' | 'usableSlots'>): Promise<string | undefined> {
  const entries = (await readBuses(monitor)).flatMap(withAllBelow);
  return entries.find(({ id, below }) => (slotNumber(id) ?? Infinity) < usableSlots && below.length === 0)?.id;
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
