import type { Controls, ControlValue } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { Bars } from '../definition/register.ts';
import { PciUnit } from '../unit/pci-unit.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import { type ModelClock } from '../instance/model-clock.ts';
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
export declare class TestBus<B extends Bars, C extends Controls> extends TestMachine<B, C> {
    #private;
    constructor(model: TypedModel<B, C>, { onCrash }?: TestBusOptions);
    /** Returns and removes the vectors of received messages, in order. */
    takeInterrupts(): readonly number[];
    /** The level of the interrupt line. */
    get isLineHigh(): boolean;
    get clock(): ModelClock;
    /** Advances the device's clock, and waits until the resulting work is done. */
    step(byUs: number): Promise<void>;
    /** Waits until the device has nothing left to do at this time: its transfers are done. */
    settle(): Promise<void>;
    get crash(): ModelCrash | undefined;
    /** @throws ControlError */
    getControl(name: keyof C & string): ControlValue;
    /** Await `settle()` if the model's handler is asynchronous. @throws ControlError */
    setControl(name: keyof C & string, value: ControlValue): void;
    /** `irq-drop nth=3`. Returns the fault's id. @throws FaultSyntaxError @throws FaultError */
    setFault(text: string): string;
    /** Without an id: all. @throws FaultError */
    clearFault(id?: string): void;
    /** @throws FaultError */
    fault(id: string): FaultReport;
    get log(): readonly LogEntry[];
    get coverage(): HardwareCoverage;
}
/**
 * Connects a device of this model to a simulated machine, and enables it like a driver's probe. USB: the configuration
 * is chosen.
 */
export declare function createTestBus<B extends Bars, C extends Controls>(model: TypedModel<B, C>, options?: TestBusOptions): Promise<TestBus<B, C>>;
export declare function createTestBus<I extends UsbInterfaces, R extends string, C extends Controls>(model: TypedUsbModel<I, R, C>, options?: Pick<TestBusOptions, 'enabled'>): Promise<UsbTestBus<I, R, C>>;
export declare function createTestBus<M extends TypedSpiModel<Controls>>(model: M): Promise<SpiTestBus<M['controls'], M['gpios'], M['registers']>>;
export declare function createTestBus<M extends TypedGpioModel<GpioLines, Controls>>(model: M): Promise<GpioTestBus<M['lines'], M['ownControls']>>;
export declare function createTestBus<M extends TypedPlatformModel<PlatformBars, Controls>>(model: M): Promise<PlatformTestBus<M['bars'], M['controls'], M['gpios']>>;
export declare function createTestBus<C extends Controls>(model: TypedSerialModel<C>): Promise<SerialTestBus<C>>;
export declare function createTestBus<C extends Controls>(model: TypedLinkModel<C>): Promise<LinkTestBus<C>>;
export declare function createTestBus<C extends Controls>(model: TypedCanModel<C>, options?: CanTestBusOptions): Promise<CanTestBus<C>>;
export declare function createTestBus<M extends TypedI2cModel<I2cRegisters, I2cMemories, Controls>>(model: M): Promise<I2cTestBus<M['registers'], M['memory'], M['controls'], M['gpios']>>;
/** A device in this process. */
export declare function linkTo(unit: PciUnit, memory: GuestMemory, onCrash: 'throw' | 'all-ones'): DeviceLink;
