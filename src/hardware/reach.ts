import { allowedDrivers, ruleOf } from './drivers/allowed-drivers.ts';
import { number, onOff, size, type PropertyRule } from './drivers/property-rule.ts';

/** A property of one of QEMU's devices that a guest may read, and, where there is a rule, set. */
export interface Reach {
  readonly name: string;
  readonly rule: PropertyRule | undefined;
}

const max63 = 0x7fff_ffff_ffff_ffffn;

/** Numbers and switches: by QEMU's names of their types. */
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

/** Types of text and of choices. */
const textTypes: ReadonlySet<string> = new Set(['str', 'string', 'OnOffAuto']);

/**
 * Text that is only about the device: what may be said of one when it is plugged in. Other text may name a file or a
 * socket of the host.
 */
const plainText: ReadonlySet<string> = new Set(
  [...allowedDrivers.values()]
    .flatMap(({ properties }) => Object.entries(properties))
    .filter(([, { kind }]) => kind === 'text' || kind === 'form' || kind === 'choice')
    .map(([name]) => name),
);

/** The life of a device: plug, unplug and remove are the ways to change it. */
const life: ReadonlySet<string> = new Set(['realized', 'hotplugged', 'hotpluggable']);

/**
 * `entry`: as QEMU lists it. Undefined: out of reach, as is everything that leads to another object, to a file or out
 * of the machine.
 */
export function reachOf(driver: string, entry: Readonly<Record<string, unknown>>): Reach | undefined {
  const { name, type } = entry;
  if (typeof name !== 'string' || typeof type !== 'string' || life.has(name)) return undefined;
  const rule = rulesOfTypes.get(type);
  if (rule !== undefined) return { name, rule: ruleOf(driver, name) ?? rule };
  return textTypes.has(type) && plainText.has(name) ? { name, rule: undefined } : undefined;
}
