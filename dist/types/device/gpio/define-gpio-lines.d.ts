import type { Controls } from '../definition/control.ts';
import type { GpioDefinition, TypedGpioModel } from './gpio-definition.ts';
import { type GpioLines } from './gpio-line.ts';
/**
 * Lines that a test sets and reads, and the device whose driver uses them. Nothing runs yet: every machine gets its own
 * instance. @throws DefinitionError that lists all problems of the description
 */
export declare function defineGpioLines<const L extends GpioLines, const C extends Controls = NoControls, S = undefined>(definition: GpioDefinition<L, S, C>): TypedGpioModel<L, C>;
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
export {};
