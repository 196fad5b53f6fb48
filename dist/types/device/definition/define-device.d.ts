import type { Controls } from './control.ts';
import type { DeviceDefinition, DeviceModel } from './definition.ts';
import type { Bars } from './register.ts';
/**
 * A device, described as its data sheet does it. Nothing runs yet: every machine gets an instance of its own.
 * @throws DefinitionError that lists everything in the description that cannot be.
 */
export declare function defineDevice<const B extends Bars, const C extends Controls = NoControls, S = undefined>(definition: DeviceDefinition<B, S, C>): TypedModel<B, C>;
/** `controls` was left out. */
type NoControls = Readonly<Record<string, never>>;
/** The names of a model's registers and controls, for a test bus to be typed with. */
export interface TypedModel<B extends Bars, C extends Controls> extends DeviceModel {
    readonly bars: B;
    readonly controls: C;
}
export declare function isDeviceModel(value: unknown): value is DeviceModel;
export {};
