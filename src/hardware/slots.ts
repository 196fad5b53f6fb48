import { asObject } from '../machine/qmp/message.ts';
import { isSlotId } from '../machine/qemu-arguments.ts';
import type { HwMonitor } from './hardware.ts';

/** A PCI device as QEMU sees it. `address`: as the guest names it, `0000:01:00.0`. */
export interface PciPlace {
  readonly id: string;
  readonly address: string;
}

interface PciEntry extends PciPlace {
  readonly below: readonly PciEntry[];
}

/** Every PCI device that has an id. @throws QmpError */
export async function listPciPlaces(monitor: HwMonitor): Promise<readonly PciPlace[]> {
  return (await readBuses(monitor)).flatMap(withAllBelow).filter(({ id }) => id !== '');
}

/**
 * The slot that is free for a device, or undefined. Those of ours alone: of the suite's own the test may want to say
 * itself. @throws QmpError
 */
export async function findFreeSlot(monitor: HwMonitor): Promise<string | undefined> {
  const entries = (await readBuses(monitor)).flatMap(withAllBelow);
  return entries.find(({ id, below }) => isSlotId(id) && below.length === 0)?.id;
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
