import type { Controls } from '../definition/control.ts';
import { type GpioLines, type NoLines } from '../gpio/gpio-line.ts';
import type { PlatformBars, PlatformDefinition, TypedPlatformModel } from './platform-definition.ts';
/**
 * A device whose driver finds its registers at an address, described like its data sheet. Nothing runs yet: every
 * machine gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export declare function definePlatformDevice<const B extends PlatformBars, const C extends Controls = NoControls, S = undefined, const L extends GpioLines = NoLines>(definition: PlatformDefinition<B, S, C, L>): TypedPlatformModel<B, C, L>;
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
export {};
