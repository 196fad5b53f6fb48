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
    /** Late answers wait on the host's clock; on the device's own where the test steps that. */
    readonly waitsOnDeviceClock?: boolean;
    readonly onCrash?: (crash: ModelCrash) => void;
    readonly onRemoved?: () => void;
}
/** One device with all that surrounds it: instance → faults → log → PCI function → a machine. */
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
    /** @throws ControlError */
    setControl(name: string, value: ControlValue): void;
    /** Puts it into a machine; into another one later, after a reset. */
    plugInto(bus: HostBus): PciFunction;
}
