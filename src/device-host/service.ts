import type { DeviceModel } from '../device/definition/model.ts';
import type { DeviceUnit, UnitOptions } from '../device/unit/device-unit.ts';
import { LinkUnit } from '../device/unit/link-unit.ts';
import { PciUnit } from '../device/unit/pci-unit.ts';
import { GpioUnit } from '../device/unit/gpio-unit.ts';
import { PlatformUnit } from '../device/unit/platform-unit.ts';
import { SpiUnit } from '../device/unit/spi-unit.ts';
import type { BoardUnit } from '../device/board/board.ts';
import type { Boards } from './boards.ts';
import { SerialUnit } from '../device/unit/serial-unit.ts';
import { frameCodec } from './frame-codec.ts';
import type { LineRelay } from './line-relay.ts';
import { servePci } from './serve-pci.ts';
import { bytesAsTheyCome, serveStream } from './serve-stream.ts';
import type { ServedDevice, ServiceListener } from './served-device.ts';

/** A device, and the way to serve it at a socket to QEMU. */
export interface Service {
  readonly unit: DeviceUnit;
  /** @throws UnservableModel @throws BoardError @throws LineRelayError @throws SystemError */
  readonly serve: (path: string, listener: ServiceListener, lineRelay: LineRelay | undefined) => Promise<ServedDevice>;
}

/** Where a device is among those of its machine. */
export interface DevicePlace {
  readonly device: string;
  /** As in `bus=`. */
  readonly place?: string | undefined;
  readonly boards: Boards;
}

/** A device of this model with the transport of its bus. */
export function serviceOf(model: DeviceModel, options: UnitOptions, where: DevicePlace): Service {
  switch (model.bus) {
    case 'pci': {
      const unit = new PciUnit(model, options);
      return { unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) };
    }
    case 'spi':
      return onBoard(new SpiUnit(model, options), where);
    case 'gpio':
      return onBoard(new GpioUnit(model, options), where);
    case 'platform':
      return onBoard(new PlatformUnit(model, options), where);
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

/** Behind a board, which the first of its devices serves. */
function onBoard(unit: BoardUnit, { device, place, boards }: DevicePlace): Service {
  return { unit, serve: (path, listener) => boards.join({ id: device, unit, place }, path, listener) };
}
