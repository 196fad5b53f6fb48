import { byCompatible } from './acpi-id.ts';
import { type AmlObject, device, integer, named, text } from './aml.ts';
import { type DeviceProperties, pinsOf, propertyObjects } from './device-properties.ts';
import type { Dsm } from './dsm.ts';
import { dsmMethod } from './dsm-method.ts';
import { gpioLine, type Resource, resourceTemplate } from './resources.ts';

export interface DeviceObject {
  /** Of the device or the scope that it stands in. */
  readonly parent: string;
  /** One segment. */
  readonly name: string;
  readonly acpi: string;
  readonly dsm?: Dsm | undefined;
  readonly properties: DeviceProperties;
  /** The path of the chip whose lines the properties name. */
  readonly gpios: string;
  /** Without those lines. */
  readonly resources: readonly Resource[];
  readonly children: readonly AmlObject[];
}

/** A device with an id. One that has a `compatible` is found by it, too. */
export function deviceObject(given: DeviceObject): AmlObject {
  const { parent, name, acpi, dsm, properties, gpios, resources, children } = given;
  const isFoundByBoth = acpi !== byCompatible && Object.hasOwn(properties.properties, 'compatible');
  // Properties count the lines among all lines, interrupts too, so they stand in front.
  const lines = pinsOf(properties).map((pin) => gpioLine(pin, gpios));
  return device(name, [
    named('_HID', text(acpi)),
    ...(isFoundByBoth ? [named('_CID', text(byCompatible))] : []),
    ...propertyObjects(`${parent}.${name}`, properties),
    named('_CRS', resourceTemplate([...lines, ...resources])),
    ...(dsm === undefined ? [] : [dsmMethod(dsm)]),
    ...children,
  ]);
}

/** A place for devices, without a driver. */
export function placeObject(name: string, address: number, children: readonly AmlObject[] = []): AmlObject {
  return device(name, [named('_ADR', integer(address)), ...children]);
}
