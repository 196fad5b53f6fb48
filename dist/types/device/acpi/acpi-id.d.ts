import { type Firmware } from '../definition/firmware.ts';
import type { Properties } from '../definition/property.ts';
/** The id of a device that is found by its `compatible`, as with a device tree. */
export declare const byCompatible = "PRP0001";
/** What the checks look at. */
type Described = Pick<Firmware, 'properties' | 'dsm'>;
/**
 * A device has either an id of ACPI or a name by which its bus finds the driver. `where`: the block of the bus, such as
 * `i2c`.
 */
export declare function checkFinding(where: string, { name, value }: {
    readonly name: string;
    readonly value: string | undefined;
}, firmware: Described & Pick<Firmware, 'acpi'>): Iterable<string>;
/** `where`: the block of the bus, such as `serdev`. */
export declare function checkAcpi(where: string, { acpi, dsm, properties }: Described & {
    readonly acpi: string;
}): Iterable<string>;
/** Of properties that ACPI describes. */
export declare function checkNumbers(where: string, properties: Properties): Iterable<string>;
export {};
