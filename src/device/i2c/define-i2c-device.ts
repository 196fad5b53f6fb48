import type { Controls } from '../definition/control.ts';
import { markModel } from '../definition/model-base.ts';
import { type GpioLines, gpiosOf, type NoLines } from '../gpio/gpio-line.ts';
import { pointedOf } from '../register/pointed-register.ts';
import { checkI2cModel } from './check-i2c-model.ts';
import type { I2cDefinition, I2cMemories, I2cModel, I2cRegisters } from './i2c-definition.ts';

/** The names of a model's registers, controls and lines, for the types of a test bus. */
export interface TypedI2cModel<
  R extends I2cRegisters,
  M extends I2cMemories,
  C extends Controls,
  L extends GpioLines = GpioLines,
> extends I2cModel {
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
export function defineI2cDevice<
  const R extends I2cRegisters = None,
  const M extends I2cMemories = None,
  const C extends Controls = None,
  S = undefined,
  const L extends GpioLines = NoLines,
>(definition: I2cDefinition<R, M, S, C, L>): TypedI2cModel<R, M, C, L> {
  const model: TypedI2cModel<R, M, C, L> = {
    bus: 'i2c',
    name: definition.name,
    i2c: definition.i2c,
    ...gpiosOf(definition),
    ...pointedOf(definition),
    properties: definition.properties ?? {},
    addressBytes: definition.addressBytes ?? 1,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    transfer: definition.transfer as I2cModel['transfer'],
    start: definition.start as I2cModel['start'],
    writeByte: definition.writeByte as I2cModel['writeByte'],
    readByte: definition.readByte as I2cModel['readByte'],
    acknowledges: definition.acknowledges as I2cModel['acknowledges'],
    stop: definition.stop as I2cModel['stop'],
    reset: definition.reset as I2cModel['reset'],
    changed: (definition.changed ?? {}) as I2cModel['changed'],
  };
  checkI2cModel(model);
  return markModel(model);
}
