import { findDriver, readProperty } from './drivers/allowed-drivers.ts';
import type { AllowedDriver } from './drivers/driver.ts';
import type { PropertyValue } from './drivers/property-rule.ts';
import { checkNewId, isOurs } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

/**
 * `DRIVER[,id=ID][,prop=value…]`, taken apart and checked: every value has its type, and nothing is left that QEMU
 * would read again.
 */
export interface PlugRequest {
  readonly driver: string;
  readonly allowed: AllowedDriver;
  readonly id: string | undefined;
  /** Size of its disk, as written. */
  readonly disk: string | undefined;
  /** Where it is to go; undefined: where there is room. */
  readonly bus: string | undefined;
  readonly properties: Readonly<Record<string, PropertyValue>>;
}

/** @throws HwRefusal when it is forbidden, HwUsage when it cannot be read. */
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

/** What is said of every device, and is not a property of its driver's. */
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

/** One of QEMU's buses by its name, and none of ours. @throws HwRefusal */
function checkBus(bus: string): void {
  if (isOurs(bus)) throw new HwRefusal(`bus ${bus} belongs to the runner; without a bus, a free slot is found`);
  if (/^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(bus)) return;
  throw new HwRefusal(`bus: expected the name of a bus, such as port0 or usb.0, found ${JSON.stringify(bus)}`);
}
