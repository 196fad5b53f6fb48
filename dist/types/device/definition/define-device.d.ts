import type { ControlValue, Controls } from './control.ts';
import type { DeviceDefinition, Interrupts, PciIdentity, Handled } from './definition.ts';
import type { Bars } from './register.ts';
/** A checked definition. The names that its handlers are typed with are needed no longer. */
export interface DeviceModel {
    readonly name: string;
    readonly pci: PciIdentity;
    readonly bars: Bars;
    readonly interrupts: Interrupts;
    readonly addressBits: number;
    readonly controls: Controls;
    readonly state: () => unknown;
    readonly read: Readonly<Record<string, ReadHandler | undefined>>;
    readonly write: Readonly<Record<string, WriteHandler | undefined>>;
    readonly reset: ((device: object) => void) | undefined;
    readonly changed: Readonly<Record<string, ChangeHandler | undefined>>;
}
export type ReadHandler = (device: object) => number | bigint;
export type WriteHandler = (device: object, written: number | bigint) => Handled;
export type ChangeHandler = (device: object, value: ControlValue) => Handled;
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
