import type { ControlValue } from './definition/control.ts';
import type { DeviceModel } from './definition/definition.ts';
import type { FaultSet } from './fault/fault-set.ts';
import type { ModelClock, TimeSource } from './instance/model-clock.ts';
import type { ModelCrash } from './instance/model-crash.ts';
import { AccessLog } from './log/access-log.ts';
import { type HardwareCoverage } from './log/hardware-coverage.ts';
import { type HostBus, PciFunction } from './pci/pci-function.ts';
export interface UnitOptions {
    readonly time: TimeSource;
    readonly isClockStopped?: boolean;
    /** Late answers wait on the host's clock, or on the device's own if the test steps it. */
    readonly waitsOnDeviceClock?: boolean;
    readonly onCrash?: (crash: ModelCrash) => void;
    readonly onRemoved?: () => void;
}
/** A device with everything around it: instance → faults → log → PCI function → a machine. */
export declare class DeviceUnit {
    #private;
    readonly model: DeviceModel;
    readonly log: AccessLog;
    constructor(model: DeviceModel, options: UnitOptions);
    get clock(): ModelClock;
    get faults(): FaultSet;
    get crash(): ModelCrash | undefined;
    get coverage(): HardwareCoverage;
    /** @throws ControlError */
    control(name: string): ControlValue;
    /** Returns the end of an asynchronous handler. @throws ControlError */
    setControl(name: string, value: ControlValue): Promise<void> | undefined;
    /** Connects it to a machine. It may be connected to another one later, after a reset. */
    plugInto(bus: HostBus): PciFunction;
}
