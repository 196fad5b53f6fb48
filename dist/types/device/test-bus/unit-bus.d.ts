import type { Controls, ControlValue } from '../definition/control.ts';
import type { DeviceModel } from '../definition/model.ts';
import type { FaultReport } from '../fault/fault-spec.ts';
import type { ModelClock } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import type { LogEntry } from '../log/access-log.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
import type { DeviceUnit } from '../unit/device-unit.ts';
/**
 * What the test buses of all kinds of devices have. The clock is stopped until `step`. When the model throws, the next
 * call throws.
 */
export declare class UnitBus<M extends DeviceModel, C extends Controls> {
    #private;
    constructor(unit: DeviceUnit<M>);
    get clock(): ModelClock;
    /** Advances the device's clock, when what was begun is at work, and waits until the resulting work is done. */
    step(byUs: number): Promise<void>;
    /** Waits until the device has nothing left to do at this time. */
    settle(): Promise<void>;
    get crash(): ModelCrash | undefined;
    /** @throws ControlError */
    getControl(name: keyof C & string): ControlValue;
    /** Await `settle()` if the model's handler is asynchronous. @throws ControlError */
    setControl(name: keyof C & string, value: ControlValue): void;
    /** `stall nth=3`. Returns the fault's id. @throws FaultSyntaxError @throws FaultError */
    setFault(text: string): string;
    /** Without an id: all. @throws FaultError */
    clearFault(id?: string): void;
    /** @throws FaultError */
    fault(id: string): FaultReport;
    get log(): readonly LogEntry[];
    get coverage(): HardwareCoverage;
}
/** @throws Error with the model's stack, when it has crashed */
export declare function throwCrash(crash: ModelCrash | undefined): void;
