import { HwRefusal } from '../answerers.ts';

/** A device that `hw plug` may bring into a machine: it is emulated in QEMU, and touches nothing of the host. */
export interface AllowedDriver {
  /** `pci`: goes into a slot of its own; `below`: QEMU finds the bus that it goes on, which must be there. */
  readonly bus: 'pci' | 'below';
  /**
   * Stores blocks: needs `disk=SIZE`. `reporting`: has to be told to report errors to the guest; the others do it by
   * themselves.
   */
  readonly disk?: 'reporting' | 'plain';
  /** Whether QEMU survives that it vanishes while it is in use: `hw remove`. */
  readonly canVanish?: true;
  /** All that can be said of it, beside `id`, `bus` and `disk`. What is not here cannot be set. */
  readonly properties: PropertyRules;
}

export type DriverTable = readonly (readonly [name: string, driver: AllowedDriver])[];

/** A value as QMP takes it: with its type. */
export type PropertyValue = string | boolean | bigint;

/** What a guest may set a property to. */
export type PropertyRule =
  | { readonly kind: 'switch' }
  | { readonly kind: 'number'; readonly min: bigint; readonly max: bigint }
  /** In bytes; written with K, M or G as well. */
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

/** `name`: of the property, as the guest wrote it. @throws HwRefusal saying what was expected. */
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

/** As QEMU takes it on a command line. */
function readSwitch(written: string): boolean | undefined {
  if (/^(on|yes|true)$/.test(written)) return true;
  return /^(off|no|false)$/.test(written) ? false : undefined;
}

/** Decimal or `0x…`, of 64 bits at most. */
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
      return `it to look like ${rule.example}`;
  }
}

/** In the largest unit that it is whole in. */
function describeSize(bytes: bigint): string {
  const fits = ([, factor]: readonly [string, bigint]): boolean => bytes >= factor && bytes % factor === 0n;
  const [unit, factor] = Object.entries(units).findLast(fits) ?? ['', 1n];
  return `${bytes / factor}${unit}`;
}
