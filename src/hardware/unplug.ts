import { asObject } from '../bounds/parse-json.ts';
import { type HwMonitor, HwRefusal, HwUsage } from './answerers.ts';
import type { AttachedDevice } from './attach/attached-device.ts';
import { dropBackends } from './attach/plug-attached.ts';
import { allowedDrivers } from './drivers/allowed-drivers.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import type { AwaitedEvent } from './monitor-events.ts';
import { type Leaving, releaseQuestion } from './unannounced.ts';

/** A QEMU device with an id from the suite, the test or `hw`. */
export interface Peripheral {
  readonly id: string;
  readonly driver: string;
  /** Its path in QEMU's object tree. */
  readonly path: string;
}

const root = '/machine/peripheral';

/** The guest must not access our own devices. */
const ownPrefix = 'qdt.';

export function isOurs(id: string): boolean {
  return id.startsWith(ownPrefix);
}

/** Characters that are safe between the slashes of a QOM path, and between the blanks of the human monitor. */
const safeId = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;

/** The accessible devices. Their ids are safe to pass to QEMU. @throws QmpError */
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

/** @throws HwRefusal with the list of devices */
export async function findPeripheral(
  { monitor, models }: Pick<Hardware, 'monitor' | 'models'>,
  id: string,
): Promise<Peripheral> {
  const all = await listPeripherals(monitor);
  const found = all.find((peripheral) => peripheral.id === id);
  if (found === undefined)
    throw new HwRefusal(
      `no device ${JSON.stringify(id)}; ` + describeIds([...models.ids, ...all.map((peripheral) => peripheral.id)]),
    );
  return found;
}

export function describeIds(ids: readonly string[]): string {
  return ids.length === 0
    ? 'a device needs an id (-device edu,id=edu0), and none has one'
    : `the devices are ${[...new Set(ids)].join(', ')}`;
}

/** @throws HwRefusal unless it is valid as the id of a new device */
export function checkNewId(id: string): void {
  if (!safeId.test(id) || isOurs(id))
    throw new HwRefusal(
      'expected an id of letters, digits, ".", "_" and "-" starting with a letter and not with ' +
        `"${ownPrefix}", found ${JSON.stringify(id)}`,
    );
}

/**
 * `hw unplug ID`: an orderly removal, announced to the operating system. @throws HwRefusal @throws HwUsage @throws
 * QmpError
 */
export async function unplugDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  refuseShared(id, hardware);
  const attached = attachedDevice(id, hardware);
  const device = attached?.id ?? id;
  await findPeripheral(hardware, device);
  const leaving = { id, device, attached };
  const answer = hardware.events.next(({ name, data }) => {
    if (data['device'] !== device) return undefined;
    if (name === 'DEVICE_DELETED') return 'gone';
    return name === 'DEVICE_UNPLUG_GUEST_ERROR' ? 'kept' : undefined;
  }, hardware.limits.guestMs);
  const question = await releaseQuestion(leaving, hardware, () => awaitRelease(answer, leaving, hardware));
  await hardware.monitor.execute('device_del', { id: device });
  return question === undefined ? await awaitRelease(answer, leaving, hardware) : { ...done, question };
}

/** @throws HwRefusal @throws QmpError */
async function awaitRelease(
  answer: AwaitedEvent<'gone' | 'kept'>,
  { id, attached }: Leaving,
  hardware: Hardware,
): Promise<HwResult> {
  const happened = await answer.happened;
  if (happened === 'gone') {
    await hardware.plugged.disks.settled();
    if (attached !== undefined) await dropBackends(hardware.monitor, attached);
    return done;
  }
  // If the machine has ended, this throws.
  await hardware.monitor.execute('query-status');
  throw new HwRefusal(
    happened === 'kept'
      ? `the guest refuses to release ${id}`
      : `the guest has not released ${id} within ${hardware.limits.guestMs / 1000} s`,
  );
}

/** The device of QEMU that a model brought, by the model's id, or by the name of the bus behind it. */
export function attachedDevice(id: string, { models }: Pick<Hardware, 'models'>): AttachedDevice | undefined {
  const { devices } = models.layout;
  return (
    devices.find(({ model }) => model === id) ??
    (models.ids.includes(id) ? undefined : devices.find(({ behind }) => behind === id))
  );
}

/** @throws HwRefusal for a model that is behind a device with others */
export function refuseShared(id: string, hardware: Pick<Hardware, 'models'>): void {
  const { models } = hardware;
  const below = models.layout.models.get(id)?.below;
  const attached = attachedDevice(id, hardware);
  if (attached === undefined && below !== undefined)
    throw new HwRefusal(`${id} is one of the devices behind ${below}, which stays; hw remove ${id} takes it away`);
  const others = models.ids.filter((other) => other !== id && models.layout.models.get(other)?.below === id);
  if (attached?.behind === undefined || others.length === 0) return;
  const withAll = models.ids.includes(attached.behind) ? '' : `, and hw unplug ${attached.behind} all with the adapter`;
  throw new HwRefusal(
    `${id} shares its adapter with ${others.join(', ')}, which must not go with it; ` +
      `hw remove ${id} takes it away${withAll}`,
  );
}

/**
 * `hw remove ID`: surprise removal, without telling the guest. For QEMU's own devices, configuration space then reads
 * all ones, and nothing answers at the device's addresses; its id stays in use. @throws HwRefusal @throws HwUsage
 * @throws QmpError @throws DeviceHostError
 */
export async function removeDevice(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new HwUsage('expected the id of a device');
  if (hardware.models.ids.includes(id)) {
    await hardware.models.ask({ do: 'remove', device: id });
    await pullCable(id, hardware);
    return done;
  }
  const { driver, path } = await findPeripheral(hardware, id);
  if (allowedDrivers.get(driver)?.canVanish !== true)
    throw new HwRefusal(
      `QEMU does not support removal of a ${driver} without notice: use hw unplug, or one of ${vanishing().join(', ')}`,
    );
  if ((await hardware.monitor.execute('qom-get', { path, property: 'realized' })) !== true)
    throw new HwRefusal(`${id} is already gone`);
  await hardware.monitor.execute('qom-set', { path, property: 'realized', value: false });
  return done;
}

/** A link partner that is gone takes the carrier along. */
async function pullCable(id: string, { models, monitor }: Hardware): Promise<void> {
  if (models.layout.models.get(id)?.bus === 'link') await monitor.execute('set_link', { name: id, up: false });
}

function vanishing(): readonly string[] {
  return [...allowedDrivers].filter(([, { canVanish }]) => canVanish === true).map(([driver]) => driver);
}
