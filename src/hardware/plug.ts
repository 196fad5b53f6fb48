import { allowedDrivers, type AllowedDriver } from './allowed-drivers.ts';
import { forbiddenProperties } from './forbidden-properties.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { askHuman } from './human-monitor.ts';
import { checkNewId, listPeripherals } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';
import { findFreeSlot, listPciPlaces } from './slots.ts';

type Property = readonly [name: string, value: string];

/** `DRIVER[,id=ID][,prop=value…]`, taken apart and checked. */
export interface PlugRequest {
  readonly driver: string;
  readonly allowed: AllowedDriver;
  readonly id: string | undefined;
  /** Size of its disk, as written. */
  readonly disk: string | undefined;
  /** Where it is to go; undefined: where there is room. */
  readonly bus: string | undefined;
  readonly properties: readonly Property[];
}

/** `hw plug`: prints the address at which the guest has found it, where it is a PCI device. @throws HwRefusal, HwUsage, QmpError */
export async function plugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [text, ...more] = words;
  if (text === undefined || more.length > 0) throw new HwUsage('expected DRIVER[,id=ID][,property=value …] as one word');
  const request = parsePlug(text);
  const { monitor } = hardware;
  const id = request.id ?? (await freeId(request.driver, hardware));
  if ([...hardware.models.ids, ...(await listPeripherals(monitor)).map((peripheral) => peripheral.id)].includes(id)) throw new HwRefusal(`there is a device ${id} already`);
  const bus = await findBus(request, hardware);
  const properties = [...request.properties, ...(bus === undefined ? [] : [['bus', bus] as const]), ...(await bringDisk(request, id, hardware))];
  try {
    await askHuman(monitor, `device_add ${request.driver},id=${id}${properties.map(([name, value]) => `,${name}=${value}`).join('')}`);
  } catch (error) {
    await hardware.disks.remove(id, monitor);
    throw error;
  }
  const address = (await listPciPlaces(monitor)).find((place) => place.id === id)?.address;
  return address === undefined ? { text: id } : { text: address, guestPath: `/sys/bus/pci/devices/${address}` };
}

/** @throws HwRefusal when it is forbidden, HwUsage when it cannot be read. */
export function parsePlug(text: string): PlugRequest {
  const [driver = '', ...settings] = text.split(',');
  const allowed = allowedDrivers.get(driver);
  if (allowed === undefined) throw new HwRefusal(`${JSON.stringify(driver)} cannot be plugged; these can: ${[...allowedDrivers.keys()].join(', ')}`);
  const pairs = settings.map(parseSetting);
  const id = pairs.find(([name]) => name === 'id')?.[1];
  if (id !== undefined) checkNewId(id);
  const disk = pairs.find(([name]) => name === 'disk')?.[1];
  if (allowed.disk !== undefined && disk === undefined) throw new HwUsage(`${driver} needs a disk: ${driver},disk=64M`);
  if (allowed.disk === undefined && disk !== undefined) throw new HwRefusal(`${driver} has no disk`);
  const properties = pairs.filter(([name]) => name !== 'id' && name !== 'disk' && name !== 'bus');
  return { driver, allowed, id, disk, bus: pairs.find(([name]) => name === 'bus')?.[1], properties };
}

function parseSetting(setting: string): Property {
  const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9._-]*)=(.*)$/.exec(setting) ?? [];
  if (forbiddenProperties.has(name)) throw new HwRefusal(`${name} cannot be set: it leads out of the machine`);
  if (!/^[A-Za-z0-9.:_+-]{1,128}$/.test(value)) throw new HwUsage(`expected property=value, of letters, digits and ". : _ + -", found ${JSON.stringify(setting)}`);
  return [name, value];
}

/** A slot of ours, or on a machine without them whatever QEMU finds. */
async function findBus({ allowed, bus }: PlugRequest, { monitor, hasSlots }: Hardware): Promise<string | undefined> {
  if (bus?.startsWith('qdt.') === true) throw new HwRefusal(`bus ${bus} belongs to the runner; without a bus, a free slot is found`);
  if (bus !== undefined || allowed.bus === 'below' || !hasSlots) return bus;
  const slot = await findFreeSlot(monitor);
  if (slot === undefined) throw new HwRefusal('no slot is free; unplug something, or bring more with -device pcie-root-port,id=more0,chassis=1 and plug with bus=more0');
  return slot;
}

/** Its disk and what goes with it: an error is the guest's to see, and never stops the machine. */
async function bringDisk({ allowed, disk, properties }: PlugRequest, id: string, { disks, monitor }: Hardware): Promise<readonly Property[]> {
  if (disk === undefined) return [];
  const { node } = await disks.add(id, disk, monitor);
  const hasSerial = properties.some(([name]) => name === 'serial');
  const reports: readonly Property[] = allowed.disk === 'reporting' ? [['werror', 'report'], ['rerror', 'report']] : [];
  return [['drive', node], ...(hasSerial ? [] : [['serial', id.slice(0, 20)] as const]), ...reports];
}

async function freeId(driver: string, { monitor, models }: Hardware): Promise<string> {
  const taken = new Set([...models.ids, ...(await listPeripherals(monitor)).map(({ id }) => id)]);
  for (let number = 0; ; number++) if (!taken.has(`${driver}${number}`)) return `${driver}${number}`;
}
