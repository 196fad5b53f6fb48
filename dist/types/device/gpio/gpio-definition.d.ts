import type { Controls, ControlValues } from '../definition/control.ts';
import type { Firmware, FirmwareDefinition } from '../definition/firmware.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { PlatformIdentity } from '../definition/platform-identity.ts';
import type { Properties } from '../definition/property.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { GpioLines } from './gpio-line.ts';
/** A node below the platform device, such as a key of `gpio-keys`. */
export interface GpioChild<L extends string> {
    readonly properties?: Properties;
    /** The line that its driver finds under this name, which is `gpios` as a rule. */
    readonly lines?: Readonly<Record<string, L>>;
}
/** The platform device whose driver uses the lines. */
export type GpioConsumer<L extends string> = PlatformIdentity & {
    /** The lines by the names by which the driver asks for them, without `-gpios`: `reset`. */
    readonly lines?: Readonly<Record<string, L>>;
    readonly children?: readonly GpioChild<L>[];
};
/** The device in a model's handlers. */
export interface GpioDevice<L extends GpioLines, S, C extends Controls> {
    /** Whether each line is on. Those of direction `in` can be set. */
    readonly lines: {
        -readonly [N in keyof L]: boolean;
    };
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
}
export interface GpioDefinition<L extends GpioLines, S, C extends Controls> extends FirmwareDefinition {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    /** Each line is a control, too: a test sets those of direction `in` and reads the others. */
    readonly lines: L;
    /** Absent: the lines are there, and whoever wants them takes them. */
    readonly platform?: GpioConsumer<keyof L & string>;
    readonly state?: () => S;
    readonly controls?: C;
    /** Called when the guest has switched a line of direction `out`. */
    readonly driven?: {
        readonly [N in keyof L]?: (device: GpioDevice<L, S, C>, isOn: boolean) => Handled;
    };
    /** Called after a reset, when state has its initial value and timers are cancelled. */
    readonly reset?: (device: GpioDevice<L, S, C>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: GpioDevice<L, S, C>, value: ControlValues<C>[N]) => Handled;
    };
}
/** A checked definition, without the type-level names of its handlers. */
export interface GpioModel extends ModelBase {
    readonly bus: 'gpio';
    readonly lines: GpioLines;
    readonly platform: GpioConsumer<string> | undefined;
    readonly firmware: Firmware;
    readonly state: () => unknown;
    readonly driven: Readonly<Record<string, ((device: object, isOn: boolean) => Handled) | undefined>>;
    readonly reset: ((device: object) => void) | undefined;
}
/** The names of a model's lines and controls, for the types of a test bus. */
export interface TypedGpioModel<L extends GpioLines, C extends Controls> extends GpioModel {
    readonly lines: L;
    readonly ownControls: C;
}
