import type { ControlValue } from '../definition/control.ts';
import type { GpioModel } from '../gpio/gpio-definition.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/** Where the lines of a device end on a board. */
export type LineEnds = (line: string, isOn: boolean) => void;
/** Lines of a board with a model at their other ends: instance → faults → log → lines. */
export declare class GpioUnit extends DeviceUnit<GpioModel> {
    #private;
    constructor(model: GpioModel, options: UnitOptions);
    connect(ends: LineEnds): void;
    setControl(name: string, value: ControlValue): Promise<void> | undefined;
    /** The guest has switched a line. */
    driven(line: string, isOn: boolean): void;
    /** The machine was reset. */
    reset(): void;
    protected get device(): object;
}
