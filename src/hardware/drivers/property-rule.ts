import { HwRefusal } from '../answerers.ts';
import type { BackingKind } from '../backings.ts';

/** A device that `hw plug` may add to a machine. It is emulated in QEMU and touches nothing on the host. */
export interface AllowedDriver {
  /** `pci`: goes into its own slot; `below`: QEMU finds its bus, which must exist. */
  readonly bus: 'pci' | 'below';
  /**
   * A block device: needs `disk=SIZE`. `reporting`: must be configured to report errors to the guest; the others do
   * that by default.
   */
  readonly disk?: 'reporting' | 'plain';
  /** What it needs behind it in QEMU, and the properties that name it. A guest can neither choose nor name it. */
  readonly backing?: { readonly kind: BackingKind; readonly properties: readonly string[] };
  /** Whether QEMU survives its disappearance while in use: `hw remove`. */
  readonly canVanish?: true;
  /** All properties that can be set, besides `id`, `bus` and `disk`. */
  readonly properties: PropertyRules;
}

export type DriverTable = readonly (readonly [name: string, driver: AllowedDriver])[];

/** A typed value for QMP. */
export type PropertyValue = string | boolean | bigint;

/** The values that a guest may set. */
export type PropertyRule =
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly min: bigint; readonly max: bigint }
  /** In bytes; K, M and G are understood. */
  | { readonly kind: 'size'; readonly minBytes: bigint; readonly maxBytes: bigint }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  /** Letters, digits and `. : _ + -`. */
  | { readonly kind: 'text'; readonly maxChars: number }
  | { readonly kind: 'form'; readonly form: RegExp; readonly example: string };

export type PropertyRules = Readonly<Record<string, PropertyRule>>;

export const onOff: PropertyRule = { kind: 'switch' };
export const onOffAuto: PropertyRule = { kind: 'choice', of: ['on', 'off', 'auto'] };

export function number(min: number | bigint, max: number | bigint): PropertyRule {
  return { kind: 'number', min: BigInt(min), max: BigInt(max) };
}

export function size(minBytes: number, maxBytes: number): PropertyRule {
  return { kind: 'size', minBytes: BigInt(minBytes), maxBytes: BigInt(maxBytes) };
}

export function text(maxChars: number): PropertyRule {
  return { kind: 'text', maxChars };
}

/** Parses a value. `name` is the property as the guest wrote it. @throws HwRefusal that says what was expected */
export function readValue(name: string, rule: PropertyRule, written: string): PropertyValue {
  const value = valueOf(rule, written);
  if (value === undefined)
    throw new HwRefusal(`${name}: expected ${describeRule(rule)}, found ${JSON.stringify(written)}`);
  return value;
}

function valueOf(rule: PropertyRule, written: string): PropertyValue | undefined {
  switch (rule.kind) {
    case 'switch':
      return readSwitch(written);
    case 'number':
      return within(readWholeNumber(written), rule.min, rule.max);
    case 'size':
      return within(readSize(written), rule.minBytes, rule.maxBytes);
    case 'choice':
      return rule.of.includes(written) ? written : undefined;
    case 'text':
      return /^[A-Za-z0-9.:_+-]+$/.test(written) && written.length <= rule.maxChars ? written : undefined;
    case 'form':
      return rule.form.test(written) ? written : undefined;
  }
}

function within(value: bigint | undefined, min: bigint, max: bigint): bigint | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined;
}

/** The forms that QEMU accepts on a command line. */
function readSwitch(written: string): boolean | undefined {
  if (/^(on|yes|true)$/.test(written)) return true;
  return /^(off|no|false)$/.test(written) ? false : undefined;
}

/** Decimal or `0x…`, up to 64 bits. */
function readWholeNumber(written: string): bigint | undefined {
  const [, minus = '', digits] = /^(-?)(0x[0-9a-f]{1,16}|\d{1,20})$/i.exec(written) ?? [];
  if (digits === undefined) return undefined;
  return minus === '' ? BigInt(digits) : -BigInt(digits);
}

const units: Readonly<Record<string, bigint>> = { '': 1n, K: 1024n, M: 1024n ** 2n, G: 1024n ** 3n, T: 1024n ** 4n };

function readSize(written: string): bigint | undefined {
  const [, amount = '', unit = ''] = /^(0x[0-9a-f]{1,16}|\d{1,20})([KMGT]?)$/i.exec(written) ?? [];
  const bytes = readWholeNumber(amount);
  const factor = units[unit.toUpperCase()];
  return bytes === undefined || factor === undefined ? undefined : bytes * factor;
}

export function describeRule(rule: PropertyRule): string {
  switch (rule.kind) {
    case 'switch':
      return 'on or off';
    case 'number':
      return `a number from ${rule.min} to ${rule.max}`;
    case 'size':
      return `a size from ${describeSize(rule.minBytes)} to ${describeSize(rule.maxBytes)}`;
    case 'choice':
      return rule.of.join(' or ');
    case 'text':
      return `at most ${rule.maxChars} letters, digits and ". : _ + -"`;
    case 'form':
      return `a value such as ${rule.example}`;
  }
}

/** In the largest unit that gives a whole number. */
function describeSize(bytes: bigint): string {
  const fits = ([, factor]: readonly [string, bigint]): boolean => bytes >= factor && bytes % factor === 0n;
  const [unit, factor] = Object.entries(units).findLast(fits) ?? ['', 1n];
  return `${bytes / factor}${unit}`;
}
