import type { Controls } from '../definition/control.ts';
import { type PointedMemories, type PointedRegisters } from '../register/pointed-register.ts';
import { type GpioLines, type NoLines } from '../gpio/gpio-line.ts';
import type { SpiDefinition, TypedSpiModel } from './spi-definition.ts';
/**
 * A device on an SPI bus, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export declare function defineSpiDevice<const C extends Controls = None, S = undefined, K extends string = never, const L extends GpioLines = NoLines, const R extends PointedRegisters = None, const M extends PointedMemories = None>(definition: SpiDefinition<S, C, K, L, R, M>): TypedSpiModel<C, L, R, M>;
/** Controls, registers or memory were omitted. */
type None = Readonly<Record<string, never>>;
export {};
