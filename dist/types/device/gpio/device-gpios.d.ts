import type { ControlValue } from '../definition/control.ts';
import type { DeviceParts } from '../fault/device-parts.ts';
import { type LineFaultOptions } from '../fault/line-faults.ts';
import type { GpioLines, GpioModelPart } from './gpio-line.ts';
/** Where the lines of a device end on a board. */
export type LineEnds = (line: string, isOn: boolean) => void;
export interface GpioOptions extends LineFaultOptions {
    readonly lines: GpioLines;
    /** Holds whether each line is on, as the device has it. */
    readonly states: Record<string, ControlValue>;
    /** The guest has switched a line. */
    readonly onDriven: (line: string, isOn: boolean) => void;
}
/** Whether each line of a device is on after power-on. */
export declare function initialStates(lines: GpioLines): Record<string, ControlValue>;
/** What faults and coverage find on a device with these lines, beside the rest of it. */
export declare function gpioParts({ gpios }: GpioModelPart): Pick<DeviceParts, 'accesses' | 'names'> & {
    readonly lines: readonly string[];
};
/** The lines of a device: device → faults → log → board, and back. */
export declare class DeviceGpios {
    #private;
    readonly lines: GpioLines;
    /** What the model's handlers get: `lines.ready = true`. */
    readonly view: object;
    constructor(options: GpioOptions);
    connect(ends: LineEnds): void;
    isOn(line: string): boolean;
    /** The guest has switched a line. */
    driven(line: string, isOn: boolean): void;
    /** The guest sees the line as the device has it. */
    tell(line: string): void;
}
