import type { Controls } from './control.ts';
import type { DeviceDefinition, PciModel } from './definition.ts';
import type { Bars } from './register.ts';
/**
 * A device, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export declare function defineDevice<const B extends Bars, const C extends Controls = NoControls, S = undefined>(definition: DeviceDefinition<B, S, C>): TypedModel<B, C>;
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
/** The names of a model's registers and controls, for the types of a test bus. */
export interface TypedModel<B extends Bars, C extends Controls> extends PciModel {
    readonly bars: B;
    readonly controls: C;
}
export {};
