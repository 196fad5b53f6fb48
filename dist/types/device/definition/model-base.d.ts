import type { Controls, ControlValue } from './control.ts';
/** How a device is connected to its machine. */
export type BusName = 'pci' | 'usb' | 'i2c' | 'spi' | 'gpio' | 'platform' | 'serial' | 'link' | 'can';
/** Promises are awaited. A rejection crashes the model, like an exception. */
export type Handled = void | Promise<void>;
export type ChangeHandler = (device: object, value: ControlValue) => Handled;
/** What the models of all buses have in common. */
export interface ModelBase {
    readonly bus: BusName;
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    readonly controls: Controls;
    readonly changed: Readonly<Record<string, ChangeHandler | undefined>>;
}
/** Works across two copies of this module: the one that a model imports, and the one in the process that runs it. */
export declare const isModel: unique symbol;
/** Marks a checked definition as a device, and makes it unchangeable. */
export declare function markModel<M extends ModelBase>(model: M): M;
