import type { Controls } from '../definition/control.ts';
import { type GpioLines, type NoLines } from '../gpio/gpio-line.ts';
import type { I2cDefinition, I2cMemories, I2cModel, I2cRegisters } from './i2c-definition.ts';
/** The names of a model's registers, controls and lines, for the types of a test bus. */
export interface TypedI2cModel<R extends I2cRegisters, M extends I2cMemories, C extends Controls, L extends GpioLines = GpioLines> extends I2cModel {
    readonly registers: R;
    readonly memory: M;
    readonly controls: C;
    readonly gpios: L;
}
/** Registers, memory or controls were omitted. */
type None = Readonly<Record<string, never>>;
/**
 * A device on an I2C bus, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export declare function defineI2cDevice<const R extends I2cRegisters = None, const M extends I2cMemories = None, const C extends Controls = None, S = undefined, const L extends GpioLines = NoLines>(definition: I2cDefinition<R, M, S, C, L>): TypedI2cModel<R, M, C, L>;
export {};
