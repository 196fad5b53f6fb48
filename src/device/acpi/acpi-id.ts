import { checkDsm } from './dsm.ts';
import { checkFirmwareName, type Firmware } from '../definition/firmware.ts';
import type { Properties, PropertyValue } from '../definition/property.ts';

/** The id of a device that is found by its `compatible`, as with a device tree. */
export const byCompatible = 'PRP0001';

/** What the checks look at. */
type Described = Pick<Firmware, 'properties' | 'dsm'>;

/**
 * A device has either an id of ACPI or a name by which its bus finds the driver. `where`: the block of the bus, such as
 * `i2c`.
 */
export function* checkFinding(
  where: string,
  { name, value }: { readonly name: string; readonly value: string | undefined },
  firmware: Described & Pick<Firmware, 'acpi'>,
): Iterable<string> {
  const { acpi, dsm } = firmware;
  if (dsm !== undefined && acpi === undefined)
    yield `${where}.dsm: expected it together with acpi, because it is a method of ACPI's, found no acpi`;
  if (acpi !== undefined && value !== undefined)
    yield `${where}: expected either ${name} or acpi, found both; with acpi, the driver is not found by a name`;
  else if (acpi !== undefined) yield* checkAcpi(where, { ...firmware, acpi });
  else if (value === undefined) yield `${where}: expected ${name} or acpi, by which the driver is found, found neither`;
  else yield* checkFirmwareName(`${where}.${name}`, value);
}

/** `where`: the block of the bus, such as `serdev`. */
export function* checkAcpi(
  where: string,
  { acpi, dsm, properties }: Described & { readonly acpi: string },
): Iterable<string> {
  if (!/^(?:[A-Z]{3}|[A-Z0-9]{4})[0-9A-F]{4}$/.test(acpi))
    yield `${where}.acpi: expected an id such as INT33C4 or ACPI0C50, which is three capital letters, or four of ` +
      `them and of digits, with four hexadecimal digits behind them, found ${JSON.stringify(acpi)}`;
  if (acpi === byCompatible && !Object.hasOwn(properties, 'compatible'))
    yield `${where}.compatible: expected VENDOR,DEVICE, because ${byCompatible} says that it finds the driver; ` +
      'found none';
  if (dsm !== undefined) yield* checkDsm(`${where}.dsm`, dsm);
  yield* checkNumbers('properties', properties);
}

/** Of properties that ACPI describes. */
export function* checkNumbers(where: string, properties: Properties): Iterable<string> {
  for (const [name, property] of Object.entries(properties))
    if (!fits(property))
      yield `${where}.${name}: expected numbers of up to 32 bits, because the numbers of ACPI have no more`;
}

function fits(property: PropertyValue): boolean {
  if (property === true || typeof property === 'string') return true;
  const values: readonly (string | number | bigint)[] = typeof property === 'object' ? property : [property];
  return values.every((value) => typeof value === 'string' || (value >= -0x80000000 && value <= 0xffffffff));
}
