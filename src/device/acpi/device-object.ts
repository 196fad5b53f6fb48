import type { Properties, PropertyValue } from '../definition/property.ts';
import { byCompatible } from './acpi-id.ts';
import type { Dsm } from './dsm.ts';
import { dsmMethod, uuidBytes } from './dsm-method.ts';
import { type AmlData, type AmlObject, bytes, device, integer, list, named, text } from './aml.ts';
import { type Resource, resourceTemplate } from './resources.ts';

/** Device properties. */
const propertiesId = uuidBytes('daffd814-6eba-4d8c-8a91-bc9bbf4aa301');

export interface DeviceObject {
  /** One segment. */
  readonly name: string;
  readonly acpi: string;
  readonly dsm?: Dsm | undefined;
  readonly properties: Properties;
  readonly resources: readonly Resource[];
  readonly children: readonly AmlObject[];
}

/** A device with an id. One that has a `compatible` is found by it, too. */
export function deviceObject({ name, acpi, dsm, properties, resources, children }: DeviceObject): AmlObject {
  const isFoundByBoth = acpi !== byCompatible && Object.hasOwn(properties, 'compatible');
  return device(name, [
    named('_HID', text(acpi)),
    ...(isFoundByBoth ? [named('_CID', text(byCompatible))] : []),
    ...(Object.keys(properties).length === 0 ? [] : [named('_DSD', propertiesData(properties))]),
    named('_CRS', resourceTemplate(resources)),
    ...(dsm === undefined ? [] : [dsmMethod(dsm)]),
    ...children,
  ]);
}

/** A place for devices, without a driver. */
export function placeObject(name: string, address: number, children: readonly AmlObject[] = []): AmlObject {
  return device(name, [named('_ADR', integer(address)), ...children]);
}

function propertiesData(properties: Properties): AmlData {
  const pairs = Object.entries(properties).map(([name, value]) => list([text(name), valueData(value)]));
  return list([bytes(propertiesId), list(pairs)]);
}

function valueData(value: PropertyValue): AmlData {
  if (value === true) return integer(1);
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return integer(Number(value));
  const items: readonly (string | number | bigint)[] = value;
  return list(items.map((item) => (typeof item === 'string' ? text(item) : integer(Number(item)))));
}
