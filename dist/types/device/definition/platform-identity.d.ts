import type { Dsm } from '../acpi/dsm.ts';
/** How the driver of a device finds it that is on no bus with requests. */
export type PlatformIdentity = ({
    /** The driver's name, by which it finds its device. */
    readonly driver: string;
    readonly acpi?: undefined;
    readonly dsm?: undefined;
} | {
    /** The id by which ACPI finds the driver, such as `INT33C4`. */
    readonly acpi: string;
    /** What the method `_DSM` answers. */
    readonly dsm?: Dsm;
    readonly driver?: undefined;
}) & {
    /** `vendor,device`: a device tree finds the driver by it, and the driver its match data. */
    readonly compatible?: string | readonly string[];
};
