import { HwRefusal } from '../answerers.ts';
import { networkDrivers } from './network-drivers.ts';
import { otherDrivers, testDrivers, usbDrivers } from './other-drivers.ts';
import { type AllowedDriver, describeRule, type PropertyRule, type PropertyValue, readValue } from './property-rule.ts';
import { storageDrivers } from './storage-drivers.ts';

/** All devices that can be plugged in, by QEMU's name. */
export const allowedDrivers: ReadonlyMap<string, AllowedDriver> = new Map([
  ...testDrivers,
  ...networkDrivers,
  ...storageDrivers,
  ...usbDrivers,
  ...otherDrivers,
]);

/** @throws HwRefusal with the list of drivers */
export function findDriver(name: string): AllowedDriver {
  const found = allowedDrivers.get(name);
  if (found !== undefined) return found;
  const names = [...allowedDrivers.keys()].join(', ');
  throw new HwRefusal(`${JSON.stringify(name)} cannot be plugged in; the allowed devices are ${names}`);
}

/** The rule for a property that may be set when a device is plugged in, if there is one. */
export function ruleOf(driver: string, property: string): PropertyRule | undefined {
  const rules = allowedDrivers.get(driver)?.properties ?? {};
  return Object.hasOwn(rules, property) ? rules[property] : undefined;
}

/** Converts a guest's value to one for QEMU. @throws HwRefusal with the allowed values */
export function readProperty(driver: string, property: string, written: string): PropertyValue {
  const rule = ruleOf(driver, property);
  if (rule !== undefined) return readValue(`${driver},${property}`, rule, written);
  const names = settableOf(driver).join(', ');
  throw new HwRefusal(
    `${driver} has no property ${JSON.stringify(property)} that can be set; the choices are ${names}`,
  );
}

function settableOf(driver: string): readonly string[] {
  const { properties = {}, disk } = allowedDrivers.get(driver) ?? {};
  return ['id', 'bus', ...(disk === undefined ? [] : ['disk']), ...Object.keys(properties).sort()];
}

/** The properties of a device, one per line. @throws HwRefusal when it cannot be plugged in */
export function describeDriver(driver: string): readonly string[] {
  const { properties, disk } = findDriver(driver);
  const names = Object.keys(properties).sort();
  return [
    driver,
    '  id=  its name',
    '  bus=  the bus for it (default: any with room)',
    ...(disk === undefined ? [] : ['  disk=  the size of its disk, such as 64M']),
    ...names.flatMap((name) =>
      properties[name] === undefined ? [] : [`  ${name}=  ${describeRule(properties[name])}`],
    ),
  ];
}
