import { asObject } from '../machine/qmp/message.ts';
import { forbiddenProperties } from './forbidden-properties.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { askHuman } from './human-monitor.ts';
import { describeIds, listPeripherals, type Peripheral } from './peripherals.ts';
import { HwRefusal, HwUsage } from './refusal.ts';

/** Where a property is: of a device model's controls, or of one of QEMU's own devices. */
type Place = { readonly kind: 'model'; readonly id: string; readonly name: string } | { readonly kind: 'peripheral'; readonly peripheral: Peripheral; readonly name: string };

/** `hw get ID.PROP`. @throws HwRefusal, HwUsage, QmpError, DeviceHostError */
export async function getProperty(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [target, ...more] = words;
  if (target === undefined || more.length > 0) throw new HwUsage('expected ID.PROPERTY');
  const place = await findPlace(target, hardware);
  if (place.kind === 'model') return { text: await getControl(place, hardware) };
  const type = await typeOf(place, hardware);
  const text = await askHuman(hardware.monitor, `qom-get ${pathOf(place)} ${place.name}`);
  return { text: type === 'bool' ? (text === 'true' ? 'on' : 'off') : unquote(text) };
}

/** `hw set ID.PROP VALUE`. @throws HwRefusal, HwUsage, QmpError, DeviceHostError */
export async function setProperty(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [target, value, ...more] = words;
  if (target === undefined || value === undefined || more.length > 0) throw new HwUsage('expected ID.PROPERTY and a value');
  const place = await findPlace(target, hardware);
  if (place.kind === 'model') {
    await hardware.models.ask({ do: 'set-control', device: place.id, name: place.name, value });
    return done;
  }
  checkValue(target, await typeOf(place, hardware), value);
  await askHuman(hardware.monitor, `qom-set ${pathOf(place)} ${place.name} ${value}`);
  return done;
}

/** Ids may hold dots themselves: the longest that fits is meant. */
async function findPlace(target: string, { monitor, models }: Hardware): Promise<Place> {
  const peripherals = await listPeripherals(monitor);
  const ids = [...models.ids, ...peripherals.map(({ id }) => id)];
  const [id] = ids.filter((candidate) => target.startsWith(`${candidate}.`)).sort((one, other) => other.length - one.length);
  if (id === undefined) throw new HwRefusal(`there is no device for ${JSON.stringify(target)}; ${describeIds(ids)}`);
  const name = target.slice(id.length + 1);
  const peripheral = models.ids.includes(id) ? undefined : peripherals.find((candidate) => candidate.id === id);
  return peripheral === undefined ? { kind: 'model', id, name } : { kind: 'peripheral', peripheral, name };
}

async function getControl({ id, name }: Extract<Place, { kind: 'model' }>, { models }: Hardware): Promise<string> {
  const { controls } = await models.ask({ do: 'get-controls', device: id });
  const value = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (value === undefined) throw new HwRefusal(`${id} has no control ${JSON.stringify(name)}; ${Object.keys(controls).length === 0 ? 'it has none' : `it has ${Object.keys(controls).join(', ')}`}`);
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
}

type PeripheralPlace = Extract<Place, { kind: 'peripheral' }>;

function pathOf({ peripheral }: PeripheralPlace): string {
  return `/machine/peripheral/${peripheral.id}`;
}

/** QEMU's type of a property that may be reached. */
async function typeOf(place: PeripheralPlace, { monitor }: Hardware): Promise<string> {
  const { peripheral: { id }, name } = place;
  if (forbiddenProperties.has(name)) throw new HwRefusal(`${id}.${name} cannot be reached: it leads out of the device`);
  const entries = await monitor.execute('qom-list', { path: pathOf(place) });
  const all = (Array.isArray(entries) ? entries : []).map(asObject).filter((entry) => entry !== undefined);
  const found = all.find((entry) => entry['name'] === name);
  const reachable = all.filter((entry) => isReachable(entry)).map((entry) => String(entry['name'])).sort();
  if (found === undefined || !isReachable(found)) throw new HwRefusal(`${id} has no property ${JSON.stringify(name)} that can be reached; it has ${reachable.join(', ')}`);
  return String(found['type']);
}

/** Links and children are other objects; a name that QEMU's monitor would split is none of a device's settings. */
function isReachable({ name, type }: Readonly<Record<string, unknown>>): boolean {
  return typeof name === 'string' && /^[A-Za-z0-9._-]+$/.test(name) && typeof type === 'string' && !/[<]|struct/.test(type) && !forbiddenProperties.has(name);
}

function checkValue(target: string, type: string, value: string): void {
  if (type === 'bool' && !/^(on|off|yes|no|true|false)$/.test(value)) throw new HwRefusal(`${target}: expected on or off, found ${JSON.stringify(value)}`);
  if (/^(u?int|size)/.test(type) && !/^-?(0x[0-9a-f]+|\d+)[kMGT]?$/i.test(value)) throw new HwRefusal(`${target}: expected a number (${type}), found ${JSON.stringify(value)}`);
  if (!/^[\x20-\x7e]{0,1024}$/.test(value)) throw new HwRefusal(`${target}: expected at most 1024 printable ASCII characters`);
}

/** Text comes as a JSON string, a structure over several lines. */
function unquote(text: string): string {
  if (!text.startsWith('"')) return text;
  try {
    return String(JSON.parse(text));
  } catch {
    // Then it is shown as QEMU showed it.
    return text;
  }
}
