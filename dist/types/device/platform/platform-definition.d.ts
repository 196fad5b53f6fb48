import type { Controls } from '../definition/control.ts';
import type { Device, DeviceDefinition, RegisterModel } from '../definition/definition.ts';
import type { DeviceInterrupt, Firmware, FirmwareDefinition } from '../definition/firmware.ts';
import type { PlatformIdentity } from '../definition/platform-identity.ts';
import type { Bar } from '../definition/register.ts';
import type { GpioLines, GpioModelPart, GpioUser, LineStates } from '../gpio/gpio-line.ts';
/** How the driver finds the device. */
export type PlatformFinding = PlatformIdentity | {
    /** `vendor,device`: only a device tree finds the driver. The most special one comes first. */
    readonly compatible: string | readonly string[];
    readonly driver?: undefined;
    readonly acpi?: undefined;
    readonly dsm?: undefined;
};
/** The window of its registers, from 16 bytes up to 512 KiB. */
export interface PlatformBars {
    readonly 0: Bar;
}
/** The device in a model's handlers. */
export interface PlatformDevice<B extends PlatformBars, S, C extends Controls, L extends GpioLines> extends Device<B, S, C> {
    /** Whether each line of `gpios` is on. Those of direction `in` can be set. */
    readonly lines: LineStates<L>;
}
export interface PlatformDefinition<B extends PlatformBars, S, C extends Controls, L extends GpioLines> extends Omit<DeviceDefinition<B, S, C, PlatformDevice<B, S, C, L>>, 'pci' | 'interrupts'>, FirmwareDefinition, GpioUser<L, PlatformDevice<B, S, C, L>> {
    readonly platform: PlatformFinding;
    /** `line: true`: an interrupt while the line is high. */
    readonly interrupts?: {
        readonly line: true | DeviceInterrupt;
    };
}
/** A checked definition, without the type-level names of its handlers. */
export interface PlatformModel extends RegisterModel, GpioModelPart {
    readonly bus: 'platform';
    readonly platform: PlatformFinding;
    readonly bars: PlatformBars;
    readonly firmware: Firmware;
}
/** The names of a model's registers, controls and lines, for the types of a test bus. */
export interface TypedPlatformModel<B extends PlatformBars, C extends Controls, L extends GpioLines = GpioLines> extends PlatformModel {
    readonly gpios: L;
    readonly bars: B;
    readonly controls: C;
}
