import type { ControlValue } from '../definition/control.ts';
import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioModel } from '../gpio/gpio-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** Lines of a board with a model at their other ends: instance → faults → log → lines. */
export declare class GpioUnit extends DeviceUnit<GpioModel> {
    #private;
    readonly gpios: DeviceGpios;
    constructor(model: GpioModel, options: UnitOptions);
    setControl(name: string, value: ControlValue): Promise<void> | undefined;
    /** The machine was reset. */
    reset(): void;
    protected get device(): object;
}
