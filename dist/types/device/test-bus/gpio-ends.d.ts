import type { DeviceGpios } from '../gpio/device-gpios.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
import type { ModelCrash } from '../instance/model-crash.ts';
/** The machine's ends of a device's lines. */
export declare class GpioEnds<L extends GpioLines> {
    #private;
    constructor(unit: {
        readonly gpios: DeviceGpios;
        readonly crash: ModelCrash | undefined;
    });
    /** As the machine sees it. */
    isOn(line: keyof L & string): boolean;
    /** What the machine has seen since this was last called: `pressed on`. */
    takeChanges(): readonly string[];
    /** The machine switches a line of direction `out`. */
    drive(line: keyof L & string, isOn: boolean): void;
}
