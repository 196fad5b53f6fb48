import { asObject } from '../bounds/parse-json.ts';
import { type HwMonitor, HwRefusal, HwUsage } from './answerers.ts';
import { allowedDrivers } from './drivers/allowed-drivers.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';

/** A device of QEMU's that the suite, the test or `hw` has given an id. */
export interface Peripheral {
  readonly id: string;
  readonly driver: string;
  /** Among QEMU's objects. */
  readonly path: string;
}

const root = '/machine/peripheral';

/** Devices of our own are none of the guest's business. */
const ownPrefix = 'qdt.';

export function isOurs(id: string): boolean {
  return id.startsWith(ownPrefix);
}

/** What can stand between the slashes of a path of QEMU's objects, and between the blanks of its human monitor. */
const safeId = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** Those that may be addressed; their ids are safe to be told to QEMU. @throws QmpError */
export async function listPeripherals(monitor: HwMonitor): Promise<readonly Peripheral[]> {
  const entries = await monitor.execute('qom-list', { path: root });
  return (Array.isArray(entries) ? entries : []).map(peripheralOf).filter((entry) => entry !== undefined);
}

function peripheralOf(entry: unknown): Peripheral | undefined {
  const { name, type } = asObject(entry) ?? {};
  const [, driver] = typeof type === 'string' ? (/^child<(.+)>$/.exec(type) ?? []) : [];
  if (typeof name !== 'string' || driver === undefined || isOurs(name) || !safeId.test(name)) return undefined;
  return { id: name, driver, path: `${root}/${name}` };
}

/** @throws HwRefusal with those that there are. */
export async function findPeripheral(
  { monitor, models }: Pick<Hardware, 'monitor' | 'models'>,
  id: string,
): Promise<Peripheral> {
  const all = await listPeripherals(monitor);
  const found = all.find((peripheral) => peripheral.id === id);
  if (found === undefined)
    throw new HwRefusal(
      `there is no device ${JSON.stringify(id)}; ` +
        describeIds([...models.ids, ...all.map((peripheral) => peripheral.id)]),
    );
  return found;
}

export function describeIds(ids: readonly string[]): string {
  return ids.length === 0
    ? 'none has an id, which a device needs to be addressed (-device edu,id=edu0)'
    : `there are ${[...new Set(ids)].join(', ')}`;
}

/** @throws HwRefusal unless it can be the id of a new device. */
export function checkNewId(id: string): void {
  if (!safeId.test(id) || isOurs(id))
    throw new HwRefusal(
      'expected an id of letters, digits, ".", "_" and "-" that begins with a letter and not with ' +
        `"${ownPrefix}", found ${JSON.stringify(id)}`,
    );
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
  if (happened === 'gone') {
    await hardware.plugged.disks.settled();
    return done;
  }
  // A machine that has ended says so here.
  await hardware.monitor.execute('query-status');
  throw new HwRefusal(
    happened === 'kept'
      ? `the guest does not let go of ${id}`
      : `the guest has not let go of ${id} within ${guestMs / 1000} s`,
  );
}

/**
 * `hw remove ID`: pulled out without a word to the guest. Of QEMU's own devices the configuration then reads all ones,
 * and nothing answers at its addresses any more; its id stays taken. @throws HwRefusal, HwUsage, QmpError,
 * DeviceHostError
 */
export async function removeDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  if (hardware.models.ids.includes(id)) {
    await hardware.models.ask({ do: 'remove', device: id });
    return done;
  }
  const { driver, path } = await findPeripheral(hardware, id);
  if (allowedDrivers.get(driver)?.canVanish !== true)
    throw new HwRefusal(
      `QEMU cannot let a ${driver} vanish; it can unplug one, and these can vanish: ${vanishing().join(', ')}`,
    );
  if ((await hardware.monitor.execute('qom-get', { path, property: 'realized' })) !== true)
    throw new HwRefusal(`${id} is gone already`);
  await hardware.monitor.execute('qom-set', { path, property: 'realized', value: false });
  return done;
}

function vanishing(): readonly string[] {
  return [...allowedDrivers].filter(([, { canVanish }]) => canVanish === true).map(([driver]) => driver);
}
