import type { Controls, ControlValue } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { PciModel } from '../definition/definition.ts';
import type { Bars } from '../definition/register.ts';
import { PciUnit } from '../unit/pci-unit.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import { hostTime, type ModelClock } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import type { LogEntry } from '../log/access-log.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
import type { TypedI2cModel } from '../i2c/define-i2c-device.ts';
import type { I2cMemories, I2cRegisters } from '../i2c/i2c-definition.ts';
import type { TypedCanModel } from '../can/can-definition.ts';
import type { TypedLinkModel } from '../link/link-definition.ts';
import type { TypedSerialModel } from '../serial/serial-definition.ts';
import type { TypedGpioModel } from '../gpio/gpio-definition.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import type { PlatformBars, TypedPlatformModel } from '../platform/platform-definition.ts';
import type { TypedSpiModel } from '../spi/spi-definition.ts';
import { GpioTestBus, PlatformTestBus, SpiTestBus } from './board-test-buses.ts';
import type { TypedUsbModel } from '../usb/usb-definition.ts';
import type { UsbInterfaces } from '../usb/usb-interface.ts';
import { CanTestBus } from './can-test-bus.ts';
import { GuestMemory } from './guest-memory.ts';
import { I2cTestBus } from './i2c-test-bus.ts';
import { LinkTestBus, SerialTestBus } from './stream-test-bus.ts';
import { type DeviceLink, type InterruptMode, TestMachine } from './test-machine.ts';
import { UartTestLine } from './uart-test-line.ts';
import { throwCrash, UnitBus } from './unit-bus.ts';
import { UsbTestBus } from './usb-test-bus.ts';

export interface TestBusOptions {
  /** How the driver has set up the device; absent: with the best available interrupts. `asleep`: as after power-on. */
  readonly enabled?: InterruptMode | 'asleep';
  /**
   * What happens when the model throws. `throw`: the next call on the bus throws. `all-ones`: the device reads all
   * ones, as in a machine.
   */
  readonly onCrash?: 'throw' | 'all-ones';
}

export interface CanTestBusOptions {
  /** Other nodes on the same bus. */
  readonly beside?: readonly TypedCanModel<Controls>[];
}

/**
 * A device in a simulated machine, for tests of a model without QEMU. The clock is stopped until `step`. Actions of the
 * driver are awaited: `await bus.write('START', 1)`.
 */
export class TestBus<B extends Bars, C extends Controls> extends TestMachine<B, C> implements Everywhere<C> {
  readonly #bus: UnitBus<PciModel, C>;
  readonly #messages: number[];
  readonly #line: { isHigh: boolean };
  /** The far end of the line of a UART. */
  readonly line: UartTestLine;

  constructor(model: TypedModel<B, C>, { onCrash = 'throw' }: TestBusOptions = {}) {
    const unit = new PciUnit(model, { time: hostTime, isClockStopped: true, waitsOnDeviceClock: true });
    const messages: number[] = [];
    const line = { isHigh: false };
    const memory = new GuestMemory(
      (data) => messages.push(data),
      (isHigh) => (line.isHigh = isHigh),
    );
    super(model, linkTo(unit, memory, onCrash), memory);
    this.#bus = new UnitBus<PciModel, C>(unit);
    this.#messages = messages;
    this.#line = line;
    this.line = new UartTestLine(unit.line);
  }

  /** Returns and removes the vectors of received messages, in order. */
  takeInterrupts(): readonly number[] {
    return this.#messages.splice(0);
  }

  /** The level of the interrupt line. */
  get isLineHigh(): boolean {
    return this.#line.isHigh;
  }

  // The machine's side is inherited, so what all test buses have is passed on.

  get clock(): ModelClock {
    return this.#bus.clock;
  }

  step(byUs: number): Promise<void> {
    return this.#bus.step(byUs);
  }

  settle(): Promise<void> {
    return this.#bus.settle();
  }

  get crash(): ModelCrash | undefined {
    return this.#bus.crash;
  }

  getControl(name: keyof C & string): ControlValue {
    return this.#bus.getControl(name);
  }

  setControl(name: keyof C & string, value: ControlValue): void {
    this.#bus.setControl(name, value);
  }

  setFault(text: string): string {
    return this.#bus.setFault(text);
  }

  clearFault(id?: string): void {
    this.#bus.clearFault(id);
  }

  fault(id: string): FaultReport {
    return this.#bus.fault(id);
  }

  get log(): readonly LogEntry[] {
    return this.#bus.log;
  }

  get coverage(): HardwareCoverage {
    return this.#bus.coverage;
  }
}

/** What the test buses of all kinds of devices have. */
type Everywhere<C extends Controls> = { readonly [N in keyof UnitBus<PciModel, C>]: UnitBus<PciModel, C>[N] };

/**
 * Connects a device of this model to a simulated machine, and enables it like a driver's probe. USB: the configuration
 * is chosen.
 */
export async function createTestBus<B extends Bars, C extends Controls>(
  model: TypedModel<B, C>,
  options?: TestBusOptions,
): Promise<TestBus<B, C>>;
export async function createTestBus<I extends UsbInterfaces, R extends string, C extends Controls>(
  model: TypedUsbModel<I, R, C>,
  options?: Pick<TestBusOptions, 'enabled'>,
): Promise<UsbTestBus<I, R, C>>;
export async function createTestBus<M extends TypedSpiModel<Controls>>(
  model: M,
): Promise<SpiTestBus<M['controls'], M['gpios'], M['registers']>>;
export async function createTestBus<M extends TypedGpioModel<GpioLines, Controls>>(
  model: M,
): Promise<GpioTestBus<M['lines'], M['ownControls']>>;
export async function createTestBus<M extends TypedPlatformModel<PlatformBars, Controls>>(
  model: M,
): Promise<PlatformTestBus<M['bars'], M['controls'], M['gpios']>>;
export async function createTestBus<C extends Controls>(model: TypedSerialModel<C>): Promise<SerialTestBus<C>>;
export async function createTestBus<C extends Controls>(model: TypedLinkModel<C>): Promise<LinkTestBus<C>>;
export async function createTestBus<C extends Controls>(
  model: TypedCanModel<C>,
  options?: CanTestBusOptions,
): Promise<CanTestBus<C>>;
export async function createTestBus<M extends TypedI2cModel<I2cRegisters, I2cMemories, Controls>>(
  model: M,
): Promise<I2cTestBus<M['registers'], M['memory'], M['controls'], M['gpios']>>;
export async function createTestBus(
  model:
    | TypedModel<Bars, Controls>
    | TypedUsbModel<UsbInterfaces, string, Controls>
    | TypedI2cModel<I2cRegisters, I2cMemories, Controls>
    | TypedSpiModel<Controls>
    | TypedGpioModel<GpioLines, Controls>
    | TypedPlatformModel<PlatformBars, Controls>
    | TypedSerialModel<Controls>
    | TypedLinkModel<Controls>
    | TypedCanModel<Controls>,
  options: TestBusOptions & CanTestBusOptions = {},
): Promise<unknown> {
  switch (model.bus) {
    case 'pci': {
      const bus = new TestBus(model, options);
      if (options.enabled !== 'asleep') await bus.enable(options.enabled);
      return bus;
    }
    case 'usb': {
      const bus = new UsbTestBus(model);
      if (options.enabled !== 'asleep') await bus.usb.configure();
      return bus;
    }
    case 'spi':
      return new SpiTestBus(model);
    case 'gpio':
      return new GpioTestBus(model);
    case 'platform':
      return new PlatformTestBus(model);
    case 'serial':
      return new SerialTestBus(model);
    case 'link':
      return new LinkTestBus(model);
    case 'can':
      return new CanTestBus(model, options.beside ?? []);
    case 'i2c':
      return new I2cTestBus(model);
  }
}

/** A device in this process. */
export function linkTo(unit: PciUnit, memory: GuestMemory, onCrash: 'throw' | 'all-ones'): DeviceLink {
  const pci = unit.plugInto(memory);
  const alive = <T>(value: T): T => {
    if (onCrash === 'throw') throwCrash(unit.crash);
    return value;
  };
  return {
    readConfig: (offset, length) => Promise.resolve(pci.config.read(offset, length)),
    writeConfig: (offset, bytes) => {
      pci.config.write(offset, bytes);
      return Promise.resolve();
    },
    readBar: async (access) => alive(await pci.read(access)),
    writeBar: async (access, bytes) => {
      pci.write(access, bytes);
      // When the write returns, everything it started is done, including transfers in memory.
      await new Promise((resolve) => setImmediate(resolve));
      alive(undefined);
    },
    reset: () => {
      pci.reset();
      return Promise.resolve();
    },
  };
}
