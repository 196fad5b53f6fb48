// The exports of `qemu-driver-test/device`.
export { defineDevice, type TypedModel } from './device/definition/define-device.ts';
export type {
  Device,
  DeviceDefinition,
  PciModel,
  InterruptControl,
  Interrupts,
  PciIdentity,
} from './device/definition/definition.ts';
export type { DeviceModel } from './device/definition/model.ts';
export { DefinitionError } from './device/definition/check-definition.ts';
export type { Access, Bar, Bars, Field, Memory, Register, Width } from './device/definition/register.ts';
export { blockHandlers, registerBlock, type BlockPlaces } from './device/definition/register.ts';
export {
  ControlError,
  type Control,
  type Controls,
  type ControlValue,
  type ControlValues,
} from './device/definition/control.ts';
export { hidDescriptorAt, type Dsm, type DsmValue } from './device/acpi/dsm.ts';
export type { DeviceInterrupt } from './device/definition/firmware.ts';
export {
  GpioTestBus,
  PlatformTestBus,
  SpiExchangeError,
  SpiTestBus,
} from './device/test-bus/board-test-buses.ts';
export { defineCanNode } from './device/can/define-can-node.ts';
export type {
  CanDefinition,
  CanDevice,
  CanFrame,
  CanModel,
  CanPort,
  TypedCanModel,
} from './device/can/can-definition.ts';
export type { CanError } from './device/can/can-error.ts';
export { CanTestBus } from './device/test-bus/can-test-bus.ts';
export { defineGpioLines } from './device/gpio/define-gpio-lines.ts';
export type {
  GpioChild,
  GpioConsumer,
  GpioDefinition,
  GpioDevice,
  GpioModel,
  TypedGpioModel,
} from './device/gpio/gpio-definition.ts';
export type { GpioLine, GpioLines } from './device/gpio/gpio-line.ts';
export type { PlatformIdentity } from './device/definition/platform-identity.ts';
export { definePlatformDevice } from './device/platform/define-platform-device.ts';
export type {
  PlatformBars,
  PlatformDefinition,
  PlatformDevice,
  PlatformFinding,
  PlatformModel,
  TypedPlatformModel,
} from './device/platform/platform-definition.ts';
export { defineSpiDevice } from './device/spi/define-spi-device.ts';
export type {
  SpiCommand,
  SpiDefinition,
  SpiDevice,
  SpiIdentity,
  SpiModel,
  SpiSetting,
  TypedSpiModel,
} from './device/spi/spi-definition.ts';
export { defineUsbDevice } from './device/usb/define-usb-device.ts';
export type {
  ControlAnswer,
  ControlAsked,
  ControlGiven,
  ControlRequest,
  InControl,
  OutControl,
  TypedUsbModel,
  UsbDefinition,
  UsbDevice,
  UsbModel,
} from './device/usb/usb-definition.ts';
export type {
  UsbEndpoint,
  UsbIdentity,
  UsbInterface,
  UsbInterfaces,
  UsbSetting,
  UsbSpeed,
} from './device/usb/usb-interface.ts';
export type { UsbSetup } from './device/usb/usb-setup.ts';
export { defineLinkPartner } from './device/link/define-link-partner.ts';
export type { Link, LinkDefinition, LinkDevice, LinkModel, TypedLinkModel } from './device/link/link-definition.ts';
export { defineSerialDevice } from './device/serial/define-serial-device.ts';
export type { Line } from './device/serial/line.ts';
export type {
  SerdevIdentity,
  SerialDefinition,
  SerialDevice,
  SerialModel,
  TypedSerialModel,
} from './device/serial/serial-definition.ts';
export { KiB, MiB, ms, seconds, us } from './device/definition/definition.ts';
export { DmaError, type Dma, type DmaFailure, type Segment } from './device/instance/dma.ts';
export type { Clock, Timer } from './device/instance/model-clock.ts';
export type { ModelCrash } from './device/instance/model-crash.ts';
export { parseFault } from './device/fault/parse-fault.ts';
export { FaultSyntaxError } from './device/fault/fault-spec.ts';
export { FaultError } from './device/fault/fault-set.ts';
export type {
  FaultEffect,
  FaultFilter,
  FaultHit,
  FaultReport,
  FaultSpec,
  FaultTrigger,
} from './device/fault/fault-spec.ts';
export type { DeviceEvent, LogEntry } from './device/log/access-log.ts';
export type { FieldCoverage, HardwareCoverage, RegisterCoverage } from './device/log/hardware-coverage.ts';
export { createTestBus, type TestBus, type TestBusOptions } from './device/test-bus/create-test-bus.ts';
export { UsbTestBus, UsbTransferError, type UsbHost, type UsbRequest } from './device/test-bus/usb-test-bus.ts';
export { LinkTestBus, SerialTestBus } from './device/test-bus/stream-test-bus.ts';
export type { GuestBuffer } from './device/test-bus/guest-memory.ts';
export { defineI2cDevice, type TypedI2cModel } from './device/i2c/define-i2c-device.ts';
export type {
  I2cAnswer,
  I2cByteAnswer,
  I2cDefinition,
  I2cDevice,
  I2cDirection,
  I2cIdentity,
  I2cMemory,
  I2cModel,
  I2cRegister,
  I2cRequest,
} from './device/i2c/i2c-definition.ts';
export type { Properties, PropertyValue } from './device/definition/property.ts';
export type { AutoIncrement, Endian, PointedMemory, PointedRegister } from './device/register/pointed-register.ts';
export type { I2cMessage, I2cOutcome, I2cResult } from './device/i2c/i2c-message.ts';
export { I2cMessageError, type I2cHost, type I2cTestBus } from './device/test-bus/i2c-test-bus.ts';
