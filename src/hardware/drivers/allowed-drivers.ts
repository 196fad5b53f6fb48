import { HwRefusal } from '../answerers.ts';
import { networkDrivers } from './network-drivers.ts';
import { otherDrivers, testDrivers, usbDrivers } from './other-drivers.ts';
import { type AllowedDriver, describeRule, type PropertyRule, type PropertyValue, readValue } from './property-rule.ts';
import { storageDrivers } from './storage-drivers.ts';

/** Everything that can be plugged, by QEMU's name of it. */
export const allowedDrivers: ReadonlyMap<string, AllowedDriver> = new Map([
  ...testDrivers,
  ...networkDrivers,
  ...storageDrivers,
  ...usbDrivers,
  ...otherDrivers,
]);

/** @throws HwRefusal with those that there are. */
export function findDriver(name: string): AllowedDriver {
  const found = allowedDrivers.get(name);
  if (found !== undefined) return found;
  const names = [...allowedDrivers.keys()].join(', ');
  throw new HwRefusal(`${JSON.stringify(name)} cannot be plugged; these can: ${names}`);
}

/** What may be said of a device when it is plugged in, if anything. */
export function ruleOf(driver: string, property: string): PropertyRule | undefined {
  const rules = allowedDrivers.get(driver)?.properties ?? {};
  return Object.hasOwn(rules, property) ? rules[property] : undefined;
}

/** Takes what a guest has written for what QEMU shall be told. @throws HwRefusal with what is allowed instead. */
export function readProperty(driver: string, property: string, written: string): PropertyValue {
  const rule = ruleOf(driver, property);
  if (rule !== undefined) return readValue(`${driver},${property}`, rule, written);
  const names = settableOf(driver).join(', ');
  throw new HwRefusal(`${driver} has no property ${JSON.stringify(property)} that can be set; these can: ${names}`);
}

function settableOf(driver: string): readonly string[] {
  const { properties = {}, disk } = allowedDrivers.get(driver) ?? {};
  return ['id', 'bus', ...(disk === undefined ? [] : ['disk']), ...Object.keys(properties).sort()];
}

/** What can be said of a device, a line a property. @throws HwRefusal when it cannot be plugged. */
export function describeDriver(driver: string): readonly string[] {
  const { properties, disk } = findDriver(driver);
  const names = Object.keys(properties).sort();
  return [
    driver,
    '  id=  its name',
    '  bus=  where it goes; absent: where there is room',
    ...(disk === undefined ? [] : ['  disk=  the size of its disk, such as 64M']),
    ...names.flatMap((name) =>
      properties[name] === undefined ? [] : [`  ${name}=  ${describeRule(properties[name])}`],
    ),
  ];
}
