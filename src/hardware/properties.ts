import { bounds } from '../bounds/bounds.ts';
import { asObject } from '../bounds/parse-json.ts';
import { encodeExactJson } from '../machine/qmp/message.ts';
import { HwRefusal, HwUsage } from './answerers.ts';
import { allowedDrivers, ruleOf } from './drivers/allowed-drivers.ts';
import { number, onOff, type PropertyRule, readValue, size } from './drivers/property-rule.ts';
import { done, type Hardware, type HwResult } from './hardware.ts';
import { describeIds, listPeripherals, type Peripheral } from './unplug.ts';

/** A property of a QEMU device that a guest may read, and, if there is a rule, set. */
export interface Reach {
  readonly name: string;
  readonly rule: PropertyRule | undefined;
}

const max63 = 0x7fff_ffff_ffff_ffffn;

/** Numbers and switches, by QEMU's type names. */
const rulesOfTypes: ReadonlyMap<string, PropertyRule> = new Map([
  ['bool', onOff],
  ['uint8', number(0, 0xff)],
  ['uint16', number(0, 0xffff)],
  ['uint32', number(0, 0xffff_ffff)],
  ['uint64', number(0, 2n * max63 + 1n)],
  ['int8', number(-0x80, 0x7f)],
  ['int16', number(-0x8000, 0x7fff)],
  ['int32', number(-0x8000_0000, 0x7fff_ffff)],
  ['int64', number(-max63 - 1n, max63)],
  ['int', number(-max63 - 1n, max63)],
  ['size', size(0, Number.MAX_SAFE_INTEGER)],
]);

/** Types of texts and choices. */
const textTypes: ReadonlySet<string> = new Set(['str', 'string', 'OnOffAuto']);

/**
 * Texts that concern only the device: those that may be set when it is plugged in. Other texts may name a file or
 * socket on the host.
 */
const plainText: ReadonlySet<string> = new Set(
  [...allowedDrivers.values()]
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([, { kind }]) => kind === 'text' || kind === 'form' || kind === 'choice')
    .map(([name]) => name),
);

/** Properties of a device's life cycle, which plug, unplug and remove change. */
const life: ReadonlySet<string> = new Set(['realized', 'hotplugged', 'hotpluggable']);

/**
 * `entry`: as QEMU lists it. Undefined: not accessible, like everything that refers to another object, a file or the
 * outside of the machine.
 */
function reachOf(driver: string, entry: Readonly<Record<string, unknown>>): Reach | undefined {
  const { name, type } = entry;
  if (typeof name !== 'string' || typeof type !== 'string' || life.has(name)) return undefined;
  const rule = rulesOfTypes.get(type);
  if (rule !== undefined) return { name, rule: ruleOf(driver, name) ?? rule };
  return textTypes.has(type) && plainText.has(name) ? { name, rule: undefined } : undefined;
}

/** The owner of a property: a device model's control, or a QEMU device. */
type Place =
  | { readonly kind: 'model'; readonly id: string; readonly name: string }
  | { readonly kind: 'peripheral'; readonly peripheral: Peripheral; readonly name: string };

/** `hw get ID.PROP`. @throws HwRefusal @throws HwUsage @throws QmpError @throws DeviceHostError */
export async function getProperty(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [target, ...more] = words;
  if (target === undefined || more.length > 0) throw new HwUsage('expected ID.PROPERTY');
  const place = await findPlace(target, hardware);
  if (place.kind === 'model') return { text: await getControl(place, hardware) };
  await findReach(place, hardware, 'read');
  const { path } = place.peripheral;
  return { text: show(await hardware.monitor.execute('qom-get', { path, property: place.name })) };
}

/** `hw set ID.PROP VALUE`. @throws HwRefusal @throws HwUsage @throws QmpError @throws DeviceHostError */
export async function setProperty(words: readonly string[], hardware: Hardware): Promise<HwResult> {
  const [target, value, ...more] = words;
  if (target === undefined || value === undefined || more.length > 0) {
    throw new HwUsage('expected ID.PROPERTY and a value');
  }
  const { valueChars } = bounds.hw;
  if (value.length > valueChars) {
    throw new HwUsage(
      `${shorten(target)}: expected a value of at most ${valueChars} characters, found ${value.length}`,
    );
  }
  const place = await findPlace(target, hardware);
  if (place.kind === 'model') {
    await hardware.models.ask({ do: 'set-control', device: place.id, name: place.name, value });
    return done;
  }
  const { rule } = await findReach(place, hardware, 'set');
  if (rule === undefined) throw new Error(`Internal error: ${target} can be set, but has no rule`);
  const { path } = place.peripheral;
  await hardware.monitor.execute('qom-set', { path, property: place.name, value: readValue(target, rule, value) });
  return done;
}

/** Ids may contain dots, so the longest matching id is used. */
async function findPlace(target: string, { monitor, models }: Hardware): Promise<Place> {
  const peripherals = await listPeripherals(monitor);
  const ids = [...models.ids, ...peripherals.map(({ id }) => id)];
  const [id] = ids
    .filter((candidate) => target.startsWith(`${candidate}.`))
    .sort((one, other) => other.length - one.length);
  if (id === undefined) throw new HwRefusal(`no device for ${JSON.stringify(shorten(target))}; ${describeIds(ids)}`);
  const name = target.slice(id.length + 1);
  const peripheral = models.ids.includes(id) ? undefined : peripherals.find((candidate) => candidate.id === id);
  return peripheral === undefined ? { kind: 'model', id, name } : { kind: 'peripheral', peripheral, name };
}

async function getControl({ id, name }: Extract<Place, { kind: 'model' }>, { models }: Hardware): Promise<string> {
  const { controls } = await models.ask({ do: 'get-controls', device: id });
  const value = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (value !== undefined) return show(value);
  const names = Object.keys(controls);
  const there = names.length === 0 ? 'it has none' : `its controls are ${names.join(', ')}`;
  throw new HwRefusal(`${id} has no control ${JSON.stringify(shorten(name))}; ${there}`);
}

type PeripheralPlace = Extract<Place, { kind: 'peripheral' }>;

/**
 * QEMU lists a device's properties; our rules decide which are accessible. @throws HwRefusal with the accessible ones
 * @throws QmpError
 */
async function findReach(place: PeripheralPlace, { monitor }: Hardware, use: 'read' | 'set'): Promise<Reach> {
  const {
    peripheral: { id, driver, path },
    name,
  } = place;
  const entries = await monitor.execute('qom-list', { path });
  const listed = Array.isArray(entries) ? entries : [];
  const all = listed.map((entry) => reachOf(driver, asObject(entry) ?? {})).filter((reach) => reach !== undefined);
  const usable = use === 'read' ? all : all.filter(({ rule }) => rule !== undefined);
  const found = usable.find((reach) => reach.name === name);
  if (found !== undefined) return found;
  const names = usable.map((reach) => reach.name).sort();
  const there = names.length === 0 ? 'there are none' : `the choices are ${names.join(', ')}`;
  throw new HwRefusal(`${id} has no property ${JSON.stringify(shorten(name))} that can be ${use}; ${there}`);
}

function show(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : encodeExactJson(value);
}

/** An invalid name may be as long as a whole request. */
function shorten(name: string): string {
  return name.length <= bounds.hw.valueChars ? name : `${name.slice(0, bounds.hw.valueChars)}…`;
}
