import type { Controls } from '../definition/control.ts';
import { type GpioLines, type NoLines } from '../gpio/gpio-line.ts';
import type { SpiDefinition, TypedSpiModel } from './spi-definition.ts';
/**
 * A device on an SPI bus, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export declare function defineSpiDevice<const C extends Controls = NoControls, S = undefined, K extends string = never, const L extends GpioLines = NoLines>(definition: SpiDefinition<S, C, K, L>): TypedSpiModel<C, L>;
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
export {};
