import type { BoardUnit } from '../device/board/board.ts';
import type { CanBus } from '../device/can/can-bus.ts';
import type { DeviceModel } from '../device/definition/model.ts';
import type { DeviceUnit, UnitOptions } from '../device/unit/device-unit.ts';
import { CanUnit } from '../device/unit/can-unit.ts';
import { GpioUnit } from '../device/unit/gpio-unit.ts';
import { I2cUnit } from '../device/unit/i2c-unit.ts';
import { LinkUnit } from '../device/unit/link-unit.ts';
import { PciUnit } from '../device/unit/pci-unit.ts';
import { PlatformUnit } from '../device/unit/platform-unit.ts';
import { SerialUnit } from '../device/unit/serial-unit.ts';
import { SpiUnit } from '../device/unit/spi-unit.ts';
import { UsbUnit } from '../device/unit/usb-unit.ts';
import type { I2cBus } from '../device/i2c/i2c-bus.ts';
import type { Boards } from './boards.ts';
import { frameCodec } from './frame-codec.ts';
import type { LineRelay } from './line-relay.ts';
import type { Places } from './places.ts';
import { servePci } from './serve-pci.ts';
import { bytesAsTheyCome, serveStream } from './serve-stream.ts';
import { serveUsb } from './serve-usb.ts';
import type { ServedDevice, ServiceListener } from './served-device.ts';

/** A device, and the way to serve it at a socket to QEMU. */
export interface Service {
  readonly unit: DeviceUnit;
  /** @throws UnservableModel @throws AddressTaken @throws BoardError @throws LineRelayError @throws SystemError */
  readonly serve: (path: string, listener: ServiceListener, lineRelay: LineRelay | undefined) => Promise<ServedDevice>;
}

/** Where a device of a machine goes. */
export interface Seat {
  /** Its id. */
  readonly device: string;
  /** The bus that it shares with others; absent: the first. */
  readonly place?: string;
  readonly i2c: Places<I2cBus, I2cUnit>;
  readonly can: Places<CanBus, CanUnit>;
  readonly boards: Boards;
}

/** A device of this model with the transport of its bus. */
export function serviceOf(model: DeviceModel, options: UnitOptions, seat: Seat): Service {
  switch (model.bus) {
    case 'i2c':
      return onI2cBus(new I2cUnit(model, options, seat.device), seat);
    case 'spi':
      return onBoard(new SpiUnit(model, options), seat);
    case 'gpio':
      return onBoard(new GpioUnit(model, options), seat);
    case 'platform':
      return onBoard(new PlatformUnit(model, options), seat);
    case 'pci': {
      const unit = new PciUnit(model, options);
      return { unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) };
    }
    case 'usb': {
      const unit = new UsbUnit(model, options);
      return { unit, serve: (path, listener) => serveUsb(unit, path, listener) };
    }
    case 'can': {
      // Its faults and its log are the node's. The adapter works, also for a bus whose node is gone.
      const unit = new CanUnit(model, { ...options, onRemoved: () => undefined });
      return { unit, serve: (socket, listener) => seat.can.join(unit, { name: seat.place, socket }, listener) };
    }
    case 'serial': {
      const unit = new SerialUnit(model, options);
      return {
        unit,
        serve: (path, listener) => serveStream(unit, path, { ...listener, codec: bytesAsTheyCome }),
      };
    }
    case 'link': {
      const unit = new LinkUnit(model, options);
      return { unit, serve: (path, listener) => serveStream(unit, path, { ...listener, codec: frameCodec }) };
    }
  }
}

/** The value of `bus=` for the I2C bus of a board. */
const boardPlace = 'board';

/** Behind a controller of its bus. One that needs an interrupt or properties goes to a board. */
function onI2cBus(unit: I2cUnit, seat: Seat): Service {
  if (seat.place === boardPlace) return onBoard(unit, seat);
  return { unit, serve: (socket, listener) => seat.i2c.join(unit, { name: seat.place, socket }, listener) };
}

/** Behind a board, which the first of its devices serves. */
function onBoard(unit: BoardUnit, { device, place, boards }: Seat): Service {
  return { unit, serve: (path, listener) => boards.join({ id: device, unit, place }, path, listener) };
}
