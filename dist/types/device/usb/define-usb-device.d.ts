import type { Controls } from '../definition/control.ts';
import type { TypedUsbModel, UsbDefinition } from './usb-definition.ts';
import type { UsbInterfaces } from './usb-interface.ts';
/**
 * A USB device, described like its data sheet: its descriptors and the answers to standard requests are made from this.
 * Nothing runs yet: every machine gets its own instance. @throws DefinitionError that lists all problems of the
 * description
 */
export declare function defineUsbDevice<const I extends UsbInterfaces, const C extends Controls = NoControls, S = undefined, R extends string = never>(definition: UsbDefinition<I, R, S, C>): TypedUsbModel<I, R, C>;
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
export {};
