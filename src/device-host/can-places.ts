import { CanBus } from '../device/can/can-bus.ts';
import { canAdapter } from '../device/can/gs-usb.ts';
import { hostTime } from '../device/instance/model-clock.ts';
import type { CanUnit } from '../device/unit/can-unit.ts';
import { UsbUnit } from '../device/unit/usb-unit.ts';
import { Places } from './places.ts';
import { serveUsb } from './serve-usb.ts';

/**
 * The CAN buses of a machine, each behind a USB adapter. Faults and logs are those of the nodes; the adapter in between
 * works.
 */
export function canPlaces(): Places<CanBus, CanUnit> {
  return new Places<CanBus, CanUnit>({
    first: 'can0',
    make: () => new CanBus(),
    serve: (bus, socket, listener) => serveUsb(new UsbUnit(canAdapter(bus), { time: hostTime }), socket, listener),
    check: () => undefined,
    add: (bus, unit) => bus.add(unit),
    remove: (bus, unit) => bus.remove(unit),
  });
}
