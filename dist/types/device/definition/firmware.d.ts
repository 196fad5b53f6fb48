import type { Dsm } from '../acpi/dsm.ts';
import type { Properties } from './property.ts';
/** The interrupt line of a device. The driver may ask for another kind of event. */
export interface DeviceInterrupt {
    /** The low level, or the falling edge; otherwise the high level, or the rising edge. */
    readonly activeLow?: boolean;
    /** `level` by default. */
    readonly trigger?: 'level' | 'edge';
}
/**
 * What firmware would tell the kernel of a device, by properties, clocks of a fixed rate and an interrupt. Its
 * `compatible` is one of the properties.
 */
export interface Firmware {
    readonly properties: Properties;
    /** Rates in Hz by the name that the driver asks for; `''`: the only clock. */
    readonly clocks: Readonly<Record<string, number>>;
    readonly interrupt: DeviceInterrupt | undefined;
    /** The id by which ACPI finds its driver; absent: its bus does. */
    readonly acpi?: string;
    /** What its method `_DSM` answers. */
    readonly dsm?: Dsm;
}
/** As `Firmware`, as an author writes it. */
export interface FirmwareDefinition {
    readonly properties?: Properties;
    readonly clocks?: Readonly<Record<string, number>>;
}
/** What stands in the block of a bus: `spi: { … }`. */
export interface FirmwareIdentity {
    /** `vendor,device`, from which the driver gets its match data. */
    readonly compatible?: string | readonly string[];
    readonly interrupt?: DeviceInterrupt;
    /** The id by which ACPI finds the driver, such as `INT33C4`. */
    readonly acpi?: string | undefined;
    /** What the method `_DSM` answers, with `acpi`. */
    readonly dsm?: Dsm | undefined;
}
/** With `compatible`, which has a place of its own in a definition, among the properties. */
export declare function firmwareOf({ properties, clocks }: FirmwareDefinition, { compatible, interrupt, acpi, dsm }: FirmwareIdentity): Firmware;
/** The kernel's side keeps names in 32 bytes. */
export declare const maxNameBytes = 31;
export declare function checkFirmware({ properties, clocks, interrupt }: Firmware): Iterable<string>;
export declare function checkProperties(where: string, properties: Properties): Iterable<string>;
/** The name of a property, of a clock, of a driver. */
export declare function checkFirmwareName(what: string, name: string): Iterable<string>;
