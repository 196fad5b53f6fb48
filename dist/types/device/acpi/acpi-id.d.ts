import { type Dsm } from './dsm.ts';
import { type Firmware } from '../definition/firmware.ts';
import type { GpioLines } from '../gpio/gpio-line.ts';
/** The id of a device that is found by its `compatible`, as with a device tree. */
export declare const byCompatible = "PRP0001";
/** What may describe a device, besides its registers. */
type Described = Pick<Firmware, 'properties' | 'clocks'> & {
    readonly gpios?: GpioLines;
};
/**
 * A device has either an id of ACPI or a name by which its bus finds the driver. `where`: the block of the bus, such as
 * `i2c`.
 */
export declare function checkFinding(where: string, { name, value }: {
    readonly name: string;
    readonly value: string | undefined;
}, firmware: Described & Pick<Firmware, 'acpi' | 'dsm'>): Iterable<string>;
/** `where`: the block of the bus, such as `serdev`. */
export declare function checkAcpi(where: string, { acpi, dsm, properties, clocks, gpios }: Described & {
    readonly acpi: string;
    readonly dsm?: Dsm;
}): Iterable<string>;
export {};
