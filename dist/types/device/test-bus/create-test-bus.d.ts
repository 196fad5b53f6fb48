import type { Controls, ControlValue } from '../definition/control.ts';
import type { TypedModel } from '../definition/define-device.ts';
import type { Bars } from '../definition/register.ts';
import { DeviceUnit } from '../device-unit.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import { type ModelClock } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import type { LogEntry } from '../log/access-log.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
import { GuestMemory } from './guest-memory.ts';
import { type DeviceLink, type InterruptMode, TestMachine } from './test-machine.ts';
export interface TestBusOptions {
    /**
     * How the driver has set the device up; absent: with the best interrupts that it has. `asleep`: as after power-on.
     */
    readonly enabled?: InterruptMode | 'asleep';
    /**
     * A model that throws ends the test by what is called next; `all-ones`: the device reads all ones, as in a machine.
     */
    readonly onCrash?: 'throw' | 'all-ones';
}
/**
 * A device in a machine that is in memory: for tests of a model, without QEMU. Time stands still until `step`.
 * What a driver does is awaited: `await bus.write('START', 1)`.
 */
export declare class TestBus<B extends Bars, C extends Controls> extends TestMachine<B, C> {
    #private;
    constructor(model: TypedModel<B, C>, { onCrash }?: TestBusOptions);
    /** Vectors in the order in which their messages came; asked for once, they are gone. */
    takeInterrupts(): readonly number[];
    /** The level of the interrupt line. */
    get isLineHigh(): boolean;
    get clock(): ModelClock;
    /** Lets time pass for the device, and what it then does come to its end. */
    step(byUs: number): Promise<void>;
    /** Waits until the device has nothing left to do at this moment: its transfers are done. */
    settle(): Promise<void>;
    get crash(): ModelCrash | undefined;
    /** @throws ControlError */
    getControl(name: keyof C & string): ControlValue;
    /** @throws ControlError */
    setControl(name: keyof C & string, value: ControlValue): void;
    /** `irq-drop nth=3`. Says its id. @throws FaultSyntaxError, FaultError */
    setFault(text: string): string;
    /** Absent id: all. @throws FaultError */
    clearFault(id?: string): void;
    /** @throws FaultError */
    fault(id: string): FaultReport;
    get log(): readonly LogEntry[];
    get coverage(): HardwareCoverage;
}
/** Puts a device of this model into a machine in memory, and enables it as a driver's probe does. */
export declare function createTestBus<B extends Bars, C extends Controls>(model: TypedModel<B, C>, options?: TestBusOptions): Promise<TestBus<B, C>>;
/** A device in this process. */
export declare function linkTo(unit: DeviceUnit, memory: GuestMemory, onCrash: 'throw' | 'all-ones'): DeviceLink;
