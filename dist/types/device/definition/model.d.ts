import type { CanModel } from '../can/can-definition.ts';
import type { GpioModel } from '../gpio/gpio-definition.ts';
import type { I2cModel } from '../i2c/i2c-definition.ts';
import type { LinkModel } from '../link/link-definition.ts';
import type { PlatformModel } from '../platform/platform-definition.ts';
import type { SerialModel } from '../serial/serial-definition.ts';
import type { SpiModel } from '../spi/spi-definition.ts';
import type { UsbModel } from '../usb/usb-definition.ts';
import type { PciModel } from './definition.ts';
/** A checked definition of a device, on any bus. */
export type DeviceModel = PciModel | UsbModel | I2cModel | SpiModel | GpioModel | PlatformModel | SerialModel | LinkModel | CanModel;
export declare function isDeviceModel(value: unknown): value is DeviceModel;
