import { designwareModel } from '../device/i2c/designware/designware-model.ts';
import { I2cBus } from '../device/i2c/i2c-bus.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import type { I2cUnit } from '../device/unit/i2c-unit.ts';
import { PciUnit } from '../device/unit/pci-unit.ts';
import { UnservableModel, servePci } from './serve-pci.ts';
import type { CloseReason, ServedDevice, ServiceListener } from './served-device.ts';

/** The bus of a device without a place. */
const defaultPlace = 'i2c0';

/** An I2C bus of a machine, behind a PCI function with a controller. */
interface Place {
  readonly bus: I2cBus;
  readonly members: Set<ServiceListener>;
  /** The function at its socket. */
  readonly controller: ServedDevice;
  isConnected: boolean;
}

/**
 * The I2C buses of a machine. The first device of a bus makes its controller, with a socket for QEMU; later ones join,
 * and need none. The last to leave takes the controller along.
 */
export class I2cPlaces {
  readonly #places = new Map<string, Place>();

  /** `socket`: for the controller. @throws AddressTaken @throws UnservableModel @throws SystemError */
  async join(
    unit: I2cUnit,
    { name = defaultPlace, socket }: { readonly name: string | undefined; readonly socket: string },
    listener: ServiceListener,
  ): Promise<ServedDevice> {
    checkServable(unit);
    const place = this.#places.get(name) ?? (await this.#make(name, socket));
    place.bus.add(unit);
    place.members.add(listener);
    if (place.isConnected) listener.onConnected();
    return {
      path: place.controller.path,
      // Nobody answers at its address any more.
      remove: () => place.bus.remove(unit),
      transfersDone: () => place.controller.transfersDone(),
      [Symbol.dispose]: () => {
        place.bus.remove(unit);
        place.members.delete(listener);
        if (place.members.size === 0) this.#end(name, place);
      },
    };
  }

  async #make(name: string, socket: string): Promise<Place> {
    const bus = new I2cBus();
    const members = new Set<ServiceListener>();
    const controller = await servePci(new PciUnit(designwareModel(bus), { time: hostTime, onCrash }), socket, {
      onConnected: () => {
        place.isConnected = true;
        for (const { onConnected } of members) onConnected();
      },
      onClosed: (reason: CloseReason) => {
        place.isConnected = false;
        for (const { onClosed } of members) onClosed(reason);
      },
    });
    const place: Place = { bus, members, controller, isConnected: false };
    this.#places.set(name, place);
    return place;
  }

  #end(name: string, { controller }: Place): void {
    this.#places.delete(name);
    controller[Symbol.dispose]();
  }
}

/** The controller is ours. Its failure must not look like one of a model or a driver. */
function onCrash({ during, stack }: { readonly during: string; readonly stack: string }): never {
  throw new Error(`Internal error: the I2C controller failed in ${during}: ${stack}`);
}

/** @throws UnservableModel */
function checkServable({ model: { name, i2c, properties } }: I2cUnit): void {
  const names = Object.keys(properties);
  const what = [
    ...(i2c.acpi === undefined ? [] : [`an id of ACPI (${i2c.acpi})`]),
    ...(i2c.interrupt === undefined ? [] : ['an interrupt']),
    ...(names.length === 0 ? [] : [`properties (${names.join(', ')})`]),
  ][0];
  if (what !== undefined)
    throw new UnservableModel(
      `device ${name} has ${what}, which an I2C bus behind a PCI controller cannot give to its driver; ` +
        'an I2C bus of a board can: bus=board in info/devices',
    );
}
