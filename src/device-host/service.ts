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
import type { Boards, Trees } from './shared-functions.ts';
import type { UartLine } from '../device/serial/uart-line.ts';
import { frameCodec } from './frame-codec.ts';
import type { LineRelay } from './line-relay.ts';
import type { Places } from './places.ts';
import { treePlace } from './tree-place.ts';
import { servePci, UnservableModel } from './serve-pci.ts';
import type { SerialLines } from './serial-lines.ts';
import { uartOf } from './uart-place.ts';
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
  readonly trees: Trees;
  readonly lines: SerialLines;
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
      return withLine(onPlatform(new PlatformUnit(model, options), seat), seat);
    case 'pci': {
      const unit = new PciUnit(model, options);
      return withLine({ unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) }, seat);
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
    case 'serial':
      return onLine(new SerialUnit(model, options), seat);
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

/** Where a node says, or behind a board. */
function onPlatform(unit: PlatformUnit, seat: Seat): Service & { readonly unit: PlatformUnit } {
  const { device: id, place, trees } = seat;
  if (place !== treePlace) return onBoard(unit, seat);
  return { unit, serve: (path, listener) => trees.join({ id, unit, place }, path, listener) };
}

/** At the line of a model of a UART, or of a UART of QEMU, for which the kernel makes a terminal. */
function onLine(unit: SerialUnit, { device, place, lines }: Seat): Service {
  const uart = place === undefined ? undefined : uartOf(place);
  if (uart !== undefined)
    return { unit, serve: (path, listener) => Promise.resolve({ path, ...lines.join(uart, unit, listener) }) };
  return {
    unit,
    serve: async (path, listener) => {
      if (unit.model.serdev !== undefined)
        throw new UnservableModel(
          `device ${device} has serdev, for a driver of its own, but the UART of QEMU gets a terminal; ` +
            'expected the line of a model of a UART: bus=uart0.line in info/devices',
        );
      return await serveStream(unit, path, { ...listener, codec: bytesAsTheyCome });
    },
  };
}

/** One that is a UART has a line. */
function withLine(
  { unit, serve }: Service & { readonly unit: DeviceUnit & { readonly line: UartLine | undefined } },
  { device, lines }: Seat,
): Service {
  const { line } = unit;
  if (line === undefined) return { unit, serve };
  return {
    unit,
    serve: async (path, listener, relay) => {
      const { leave, ...both } = lines.addUart(device, line, listener);
      const served = await serve(path, both, relay).catch((error: unknown) => {
        leave();
        throw error;
      });
      return {
        path: served.path,
        remove: () => served.remove(),
        transfersDone: () => served.transfersDone(),
        [Symbol.dispose]: () => {
          served[Symbol.dispose]();
          leave();
        },
      };
    },
  };
}

/** Behind a board, which the first of its devices serves. */
function onBoard<U extends BoardUnit>(unit: U, { device, place, boards }: Seat): Service & { readonly unit: U } {
  return { unit, serve: (path, listener) => boards.join({ id: device, unit, place }, path, listener) };
}
