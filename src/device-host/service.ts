import type { DeviceModel } from '../device/definition/model.ts';
import type { DeviceUnit, UnitOptions } from '../device/unit/device-unit.ts';
import { PciUnit } from '../device/unit/pci-unit.ts';
import { UsbUnit } from '../device/unit/usb-unit.ts';
import type { LineRelay } from './line-relay.ts';
import { servePci } from './serve-pci.ts';
import { serveUsb } from './serve-usb.ts';
import type { ServedDevice, ServiceListener } from './served-device.ts';

/** A device, and the way to serve it at a socket to QEMU. */
export interface Service {
  readonly unit: DeviceUnit;
  /** @throws UnservableModel @throws LineRelayError @throws SystemError */
  readonly serve: (path: string, listener: ServiceListener, lineRelay: LineRelay | undefined) => Promise<ServedDevice>;
}

/** A device of this model with the transport of its bus. */
export function serviceOf(model: DeviceModel, options: UnitOptions): Service {
  switch (model.bus) {
    case 'pci': {
      const unit = new PciUnit(model, options);
      return { unit, serve: (path, listener, relay) => servePci(unit, path, listener, relay) };
    }
    case 'usb': {
      const unit = new UsbUnit(model, options);
      return { unit, serve: (path, listener) => serveUsb(unit, path, listener) };
    }
  }
}
