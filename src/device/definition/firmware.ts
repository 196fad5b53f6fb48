import type { Dsm } from '../acpi/dsm.ts';
import type { Properties } from './property.ts';

/** The interrupt line of a device. The driver may ask for another kind of event. */
export interface DeviceInterrupt {
  /** The low level, or the falling edge; otherwise the high level, or the rising edge. */
  readonly activeLow?: boolean;
  /** `level` by default. */
  readonly trigger?: 'level' | 'edge';
}

/**
 * What firmware would tell the kernel of a device, by properties, clocks of a fixed rate and an interrupt. Its
 * `compatible` is one of the properties.
 */
export interface Firmware {
  readonly properties: Properties;
  /** Rates in Hz by the name that the driver asks for; `''`: the only clock. */
  readonly clocks: Readonly<Record<string, number>>;
  readonly interrupt: DeviceInterrupt | undefined;
  /** The id by which ACPI finds its driver; absent: its bus does. */
  readonly acpi?: string;
  /** What its method `_DSM` answers. */
  readonly dsm?: Dsm;
}

/** As `Firmware`, as an author writes it. */
export interface FirmwareDefinition {
  readonly properties?: Properties;
  readonly clocks?: Readonly<Record<string, number>>;
}

/** What stands in the block of a bus: `spi: { … }`. */
export interface FirmwareIdentity {
  /** `vendor,device`, from which the driver gets its match data. */
  readonly compatible?: string | readonly string[];
  readonly interrupt?: DeviceInterrupt;
  /** The id by which ACPI finds the driver, such as `INT33C4`. */
  readonly acpi?: string | undefined;
  /** What the method `_DSM` answers, with `acpi`. */
  readonly dsm?: Dsm | undefined;
}

/** With `compatible`, which has a place of its own in a definition, among the properties. */
export function firmwareOf(
  { properties = {}, clocks = {} }: FirmwareDefinition,
  { compatible, interrupt, acpi, dsm }: FirmwareIdentity,
): Firmware {
  return {
    properties: compatible === undefined ? properties : { compatible, ...properties },
    clocks,
    interrupt,
    ...(acpi === undefined ? {} : { acpi }),
    ...(dsm === undefined ? {} : { dsm }),
  };
}

/** The kernel's side keeps names in 32 bytes. */
export const maxNameBytes = 31;
const maxTextBytes = 1024;
const maxValues = 1024;
const triggers: readonly string[] = ['level', 'edge'];

export function* checkFirmware({ properties, clocks, interrupt }: Firmware): Iterable<string> {
  yield* checkProperties('properties', properties);
  for (const [name, hz] of Object.entries(clocks)) {
    if (name !== '') yield* checkFirmwareName(`clocks.${name}`, name);
    if (!Number.isInteger(hz) || hz < 1 || hz > 0xffffffff)
      yield `clocks.${name}: expected a rate in Hz up to 4294967295, found ${hz}`;
  }
  const { trigger = 'level' } = interrupt ?? {};
  if (!triggers.includes(trigger)) yield `interrupt.trigger: expected ${triggers.join(' or ')}, found ${trigger}`;
}

export function* checkProperties(where: string, properties: Properties): Iterable<string> {
  for (const [name, property] of Object.entries(properties)) {
    yield* checkFirmwareName(`${where}.${name}`, name);
    const problem = propertyProblem(property);
    if (problem !== undefined) yield `${where}.${name}: ${problem}`;
  }
}

/** The name of a property, of a clock, of a driver. */
export function* checkFirmwareName(what: string, name: string): Iterable<string> {
  if (!/^[\x21-\x7e]+$/.test(name) || name.length > maxNameBytes)
    yield `${what}: expected a name of 1 to ${maxNameBytes} characters without spaces, found ${JSON.stringify(name)}`;
}

/** Models may also be written in JavaScript, without type checks. */
function propertyProblem(property: unknown): string | undefined {
  if (property === true) return undefined;
  const values: readonly unknown[] = Array.isArray(property) ? property : [property];
  if (values.length === 0 || values.length > maxValues) return `expected 1 to ${maxValues} values`;
  if (values.every(isNumber) || values.every(isText)) return undefined;
  return (
    `expected true, whole numbers of up to 64 bits, or texts of up to ${maxTextBytes} characters, found ` +
    values.map(String).join(', ').slice(0, 100)
  );
}

function isNumber(value: unknown): boolean {
  if (typeof value === 'bigint') return value >= -(2n ** 63n) && value < 2n ** 64n;
  return typeof value === 'number' && Number.isSafeInteger(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= maxTextBytes && !value.includes('\0');
}
