import { asObject } from '../machine/qmp/message.ts';
import type { Hardware, HwMonitor } from './hardware.ts';
import { HwRefusal } from './refusal.ts';

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
