import { allowedDrivers, type AllowedDriver } from './allowed-drivers.ts';
import { forbiddenProperties } from './forbidden-properties.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { askHuman } from './human-monitor.ts';
import { checkNewId, findPeripheral, listPeripherals } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';
import { findFreeSlot, listPciPlaces } from './slots.ts';

/** `DRIVER[,id=ID][,prop=value…]`, taken apart and checked. */
export interface PlugRequest {
  readonly driver: string;
  readonly allowed: AllowedDriver;
  readonly id: string | undefined;
  /** Size of its disk, as written. */
  readonly disk: string | undefined;
  readonly properties: readonly (readonly [name: string, value: string])[];
}

/** `hw plug`: prints the address at which the guest has found it, where it is a PCI device. @throws HwRefusal, HwUsage, QmpError */
export async function plugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [text, ...more] = words;
  if (text === undefined || more.length > 0) throw new HwUsage('expected DRIVER[,id=ID][,property=value …] as one word');
  const request = parsePlug(text);
  const { monitor } = hardware;
  const id = request.id ?? (await freeId(request.driver, hardware));
  if ([...hardware.models.ids, ...(await listPeripherals(monitor)).map((peripheral) => peripheral.id)].includes(id)) throw new HwRefusal(`there is a device ${id} already`);
  const bus = request.allowed.bus === 'pci' ? await findBus(request, hardware) : undefined;
  const properties = [...request.properties, ...(bus === undefined ? [] : [['bus', bus] as const])];
  await askHuman(monitor, `device_add ${request.driver},id=${id}${properties.map(([name, value]) => `,${name}=${value}`).join('')}`);
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
  if (allowed.hasDisk === true && disk === undefined) throw new HwUsage(`${driver} needs a disk: ${driver},disk=64M`);
  if (allowed.hasDisk !== true && disk !== undefined) throw new HwRefusal(`${driver} has no disk`);
  const properties = pairs.filter(([name]) => name !== 'id' && name !== 'disk');
  return { driver, allowed, id, disk, properties };
}

function parseSetting(setting: string): readonly [name: string, value: string] {
  const [, name = '', value = ''] = /^([A-Za-z][A-Za-z0-9._-]*)=(.*)$/.exec(setting) ?? [];
  if (forbiddenProperties.has(name)) throw new HwRefusal(`${name} cannot be set: it leads out of the machine`);
  if (!/^[A-Za-z0-9.:_+-]{1,128}$/.test(value)) throw new HwUsage(`expected property=value, of letters, digits and ". : _ + -", found ${JSON.stringify(setting)}`);
  return [name, value];
}

/** Where the test has not said it: a slot of ours, or on a machine without them whatever QEMU finds. */
async function findBus({ properties }: PlugRequest, { monitor, hasSlots }: Hardware): Promise<string | undefined> {
  const asked = properties.find(([name]) => name === 'bus')?.[1];
  if (asked?.startsWith('qdt.') === true) throw new HwRefusal(`bus ${asked} belongs to the runner; without a bus, a free slot is found`);
  if (asked !== undefined || !hasSlots) return undefined;
  const slot = await findFreeSlot(monitor);
  if (slot === undefined) throw new HwRefusal('no slot is free; unplug something, or bring more with -device pcie-root-port,id=more0,chassis=1 and plug with bus=more0');
  return slot;
}

async function freeId(driver: string, { monitor, models }: Hardware): Promise<string> {
  const taken = new Set([...models.ids, ...(await listPeripherals(monitor)).map(({ id }) => id)]);
  for (let number = 0; ; number++) if (!taken.has(`${driver}${number}`)) return `${driver}${number}`;
}

/** `hw unplug ID`: as a person does it who first tells the operating system. @throws HwRefusal, HwUsage, QmpError */
export async function unplugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  await findPeripheral(hardware, id);
  const { guestMs } = hardware.limits;
  using answer = hardware.events.next(({ name, data }) => {
    if (data['device'] !== id) return undefined;
    if (name === 'DEVICE_DELETED') return 'gone';
    return name === 'DEVICE_UNPLUG_GUEST_ERROR' ? 'kept' : undefined;
  }, guestMs);
  await hardware.monitor.execute('device_del', { id });
  const happened = await answer.happened;
  if (happened === 'gone') return done;
  throw new HwRefusal(happened === 'kept' ? `the guest does not let go of ${id}` : `the guest has not let go of ${id} within ${guestMs / 1000} s`);
}
