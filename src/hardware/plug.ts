import { HwRefusal, HwUsage } from './answerers.ts';
import type { PluggedDisk } from './disk/disk-registry.ts';
import { findDriver, readProperty } from './drivers/allowed-drivers.ts';
import type { AllowedDriver, PropertyValue } from './drivers/property-rule.ts';
import type { Hardware, HwResult } from './hardware.ts';
import { freeSlot, whereItIs } from './pci-places.ts';
import { isUnpluggedModel, plugModel } from './plug-model.ts';
import { checkNewId, isOurs, listPeripherals } from './unplug.ts';

/** `DRIVER[,id=ID][,prop=value…]`, parsed and checked. Every value is typed, and QEMU parses no text. */
export interface PlugRequest {
  readonly driver: string;
  readonly allowed: AllowedDriver;
  readonly id: string | undefined;
  /** The size of its disk, as written. */
  readonly disk: string | undefined;
  /** The bus for it; undefined: any with room. */
  readonly bus: string | undefined;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** @throws HwRefusal when it is forbidden @throws HwUsage when it is malformed */
export function parsePlug(text: string): PlugRequest {
  const [driver = '', ...settings] = text.split(',');
  const allowed = findDriver(driver);
  const written = readSettings(settings);
  const [id, disk, bus] = ['id', 'disk', 'bus'].map((name) => written.get(name));
  if (id !== undefined) checkNewId(id);
  if (bus !== undefined) checkBus(bus);
  if (allowed.disk !== undefined && disk === undefined) throw new HwUsage(`${driver} needs a disk: ${driver},disk=64M`);
  if (allowed.disk === undefined && disk !== undefined) throw new HwRefusal(`${driver} has no disk`);
  const others = [...written].filter(([name]) => !placing.has(name));
  const properties = Object.fromEntries(others.map(([name, value]) => [name, readProperty(driver, name, value)]));
  return { driver, allowed, id, disk, bus, properties };
}

/** Settings of every device that are not properties of its driver. */
const placing: ReadonlySet<string> = new Set(['id', 'disk', 'bus']);

/** @throws HwUsage */
function readSettings(settings: readonly string[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const setting of settings) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9._-]*)=(.+)$/.exec(setting) ?? [];
    if (name === undefined || value === undefined) {
      throw new HwUsage(`expected property=value, found ${JSON.stringify(setting)}`);
    }
    if (written.has(name)) throw new HwUsage(`${name} is given twice`);
    written.set(name, value);
  }
  return written;
}

/** Checks the name of a bus of QEMU, which must not be ours. @throws HwRefusal */
function checkBus(bus: string): void {
  if (isOurs(bus)) throw new HwRefusal(`bus ${bus} belongs to the runner; leave out bus= to get a free slot`);
  if (/^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(bus)) return;
  throw new HwRefusal(`bus: expected the name of a bus, such as port0 or usb.0, found ${JSON.stringify(bus)}`);
}

/**
 * `hw plug`: prints the address at which the guest found a PCI device. @throws HwRefusal @throws HwUsage @throws
 * QmpError @throws SystemError
 */
export async function plugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [text, ...more] = words;
  if (text === undefined || more.length > 0) {
    throw new HwUsage('expected DRIVER[,id=ID][,property=value …] as one word');
  }
  if (await isUnpluggedModel(text, hardware)) return await plugModel(text, hardware);
  const request = parsePlug(text);
  const { monitor, plugged } = hardware;
  if (hardware.takesFromOthers(request.driver))
    throw new HwRefusal(
      `a ${request.driver} of a cloned machine would take memory from other clones with this QEMU: expected 8.2 or ` +
        'later, or a machine that boots for itself (cold in info/start)',
    );
  plugged.checkRoom();
  const id = await chooseId(request, hardware);
  const bus = await findBus(request, hardware);
  const disk = request.disk === undefined ? undefined : await plugged.disks.add(id, request.disk, monitor);
  const backing = await provideBacking(request, hardware);
  const device = { ...deviceOf(request, { id, bus, disk }), ...backing };
  await plugged.during(id, disk, { monitor, plug: () => monitor.execute('device_add', device) });
  return await whereItIs(id, hardware);
}

/** The properties that name what the device needs behind it. @throws QmpError */
async function provideBacking(
  { allowed: { backing } }: PlugRequest,
  { monitor, plugged }: Hardware,
): Promise<Readonly<Record<string, string>>> {
  if (backing === undefined) return {};
  const id = await plugged.backings.provide(backing.kind, monitor);
  return Object.fromEntries(backing.properties.map((property) => [property, id]));
}

interface Place {
  readonly id: string;
  readonly bus: string | undefined;
  readonly disk: PluggedDisk | undefined;
}

/** The device for QEMU. Our settings come last, so that they override the guest's. */
function deviceOf(
  { driver, allowed, properties }: PlugRequest,
  { id, bus, disk }: Place,
): Readonly<Record<string, PropertyValue>> {
  // A disk error is reported to the guest and never stops the machine.
  const reports = allowed.disk === 'reporting' ? { werror: 'report', rerror: 'report' } : {};
  const drive = disk === undefined ? {} : { serial: id.slice(0, 20), ...properties, drive: disk.node, ...reports };
  return { ...properties, ...drive, ...(bus === undefined ? {} : { bus }), driver, id };
}

/** The requested id, or the first free one. @throws HwRefusal @throws QmpError */
async function chooseId({ driver, id }: PlugRequest, { monitor, models }: Hardware): Promise<string> {
  const taken = new Set([...models.ids, ...(await listPeripherals(monitor)).map((peripheral) => peripheral.id)]);
  if (id !== undefined && taken.has(id)) throw new HwRefusal(`there is already a device ${id}`);
  if (id !== undefined) return id;
  for (let number = 0; ; number++) if (!taken.has(`${driver}${number}`)) return `${driver}${number}`;
}

/** One of our slots; on a machine without them, QEMU chooses. @throws HwRefusal @throws QmpError */
async function findBus({ allowed, bus }: PlugRequest, hardware: Hardware): Promise<string | undefined> {
  return bus !== undefined || allowed.bus === 'below' ? bus : await freeSlot(hardware);
}
