import type { ControlValue } from '../definition/control.ts';
import type { DeviceModel } from '../definition/model.ts';
import { ExchangePath, type PathOptions } from '../exchange/exchange-path.ts';
import { FramePath } from '../exchange/frame-path.ts';
import type { DeviceParts } from '../fault/device-parts.ts';
import { FaultGate } from '../fault/fault-gate.ts';
import type { FaultSet } from '../fault/fault-set.ts';
import { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioModelPart } from '../gpio/gpio-line.ts';
import type { ModelClock, TimeSource } from '../instance/model-clock.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
import { ModelLife } from '../instance/model-life.ts';
import { AccessLog } from '../log/access-log.ts';
import { type Countable, CoverageCounter } from '../log/coverage.ts';
import type { HardwareCoverage } from '../log/hardware-coverage.ts';
export interface UnitOptions {
    readonly time: TimeSource;
    readonly isClockStopped?: boolean;
    /** Late answers wait on the host's clock, or on the device's own if the test steps it. */
    readonly waitsOnDeviceClock?: boolean;
    readonly onCrash?: (crash: ModelCrash) => void;
    readonly onRemoved?: () => void;
}
/**
 * A device with everything around it: instance → faults → log → transport → a machine. What an access is differs from
 * bus to bus, and each bus has its own unit; all else is the same and is here.
 */
export declare abstract class DeviceUnit<M extends DeviceModel = DeviceModel> {
    #private;
    readonly model: M;
    readonly log: AccessLog;
    protected readonly nowUs: () => number;
    protected readonly life: ModelLife;
    protected readonly gate: FaultGate;
    protected readonly counter: CoverageCounter;
    /** What every access passes on its way between the machine and the device. */
    protected readonly around: PathOptions;
    /** For what is no access to a register and has an answer. */
    protected readonly path: ExchangePath;
    /** For what has none. */
    protected readonly frames: FramePath;
    protected constructor(model: M, parts: DeviceParts & Countable, options: UnitOptions);
    get clock(): ModelClock;
    get faults(): FaultSet;
    get crash(): ModelCrash | undefined;
    get coverage(): HardwareCoverage;
    /** @throws ControlError */
    control(name: string): ControlValue;
    /** Returns the end of an asynchronous handler. @throws ControlError */
    setControl(name: string, value: ControlValue): Promise<void> | undefined;
    /** The lines of a device, which its driver asks for. `states`: whether each is on. */
    protected makeGpios({ gpios, driven }: GpioModelPart, states?: Record<string, ControlValue>): DeviceGpios;
    /** The device as its model's handlers get it. */
    protected abstract get device(): object;
    /** Resolves later, on the clock for late answers. */
    protected readonly wait: (delayUs: number) => Promise<void>;
}
