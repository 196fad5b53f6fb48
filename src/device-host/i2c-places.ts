import { designwareModel } from '../device/i2c/designware/designware-model.ts';
import { I2cBus } from '../device/i2c/i2c-bus.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import type { I2cUnit } from '../device/unit/i2c-unit.ts';
import { ControllerFunction } from '../device/unit/controller-function.ts';
import { Places } from './places.ts';
import { UnservableModel, servePci } from './serve-pci.ts';

/** The I2C buses of a machine, each behind a PCI function with a controller. Joining throws AddressTaken, too. */
export function i2cPlaces(): Places<I2cBus, I2cUnit> {
  return new Places<I2cBus, I2cUnit>({
    first: 'i2c0',
    make: () => new I2cBus(),
    serve: (bus, socket, listener) =>
      servePci(new ControllerFunction(designwareModel(bus), { time: hostTime, onCrash }), socket, listener),
    check: checkServable,
    add: (bus, unit) => bus.add(unit),
    // Nobody answers at its address any more.
    remove: (bus, unit) => bus.remove(unit),
  });
}

/** The controller is ours. Its failure must not look like one of a model or a driver. */
function onCrash({ during, stack }: { readonly during: string; readonly stack: string }): never {
  throw new Error(`Internal error: the I2C controller failed in ${during}: ${stack}`);
}

/** @throws UnservableModel */
function checkServable({ model: { name, i2c, properties, gpios } }: I2cUnit): void {
  const named = Object.entries({ properties, gpios }).map(
    ([what, names]) => [what, Object.keys(names).join(', ')] as const,
  );
  const [what] = [
    ...(i2c.acpi === undefined ? [] : [`an id of ACPI (${i2c.acpi})`]),
    ...(i2c.interrupt === undefined ? [] : ['an interrupt']),
    ...named.flatMap(([kind, names]) => (names === '' ? [] : [`${kind} (${names})`])),
  ];
  if (what !== undefined)
    throw new UnservableModel(
      `device ${name} has ${what}, which an I2C bus behind a PCI controller cannot give to its driver; ` +
        'an I2C bus of a board can: bus=board in info/devices',
    );
}
