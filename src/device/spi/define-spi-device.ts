import { checkFinding } from '../acpi/acpi-id.ts';
import { checkControls, checkName, checkNumber, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import { checkFirmware, firmwareOf } from '../definition/firmware.ts';
import { markModel } from '../definition/model-base.ts';
import { checkPointed } from '../register/check-pointed.ts';
import { hasPlaces, type PointedMemories, type PointedRegisters, pointedOf } from '../register/pointed-register.ts';
import { checkGpios, type GpioLines, gpiosOf, type NoLines } from '../gpio/gpio-line.ts';
import { addressBytesOf, checkAddressing, type SpiAddressing, usualAddressing } from './spi-addressing.ts';
import type { SpiDefinition, SpiModel, TypedSpiModel } from './spi-definition.ts';

const defaultMaxHz = 10_000_000;

/**
 * A device on an SPI bus, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export function defineSpiDevice<
  const C extends Controls = None,
  S = undefined,
  K extends string = never,
  const L extends GpioLines = NoLines,
  const R extends PointedRegisters = None,
  const M extends PointedMemories = None,
>(definition: SpiDefinition<S, C, K, L, R, M>): TypedSpiModel<C, L, R, M> {
  const { type = '', maxHz = defaultMaxHz, mode = 0 } = definition.spi;
  const pointed = pointedOf(definition);
  const addressing = hasPlaces(pointed) ? (definition.addressing ?? usualAddressing) : undefined;
  const model: TypedSpiModel<C, L, R, M> = {
    bus: 'spi',
    name: definition.name,
    spi: { type, maxHz, mode },
    firmware: firmwareOf(definition, definition.spi),
    ...gpiosOf(definition),
    ...pointed,
    addressing,
    addressBytes: addressBytesOf(addressing ?? usualAddressing),
    commands: definition.commands ?? {},
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    exchange: definition.exchange as SpiModel['exchange'],
    reset: definition.reset as SpiModel['reset'],
    changed: (definition.changed ?? {}) as SpiModel['changed'],
  };
  refuseProblems(model, [
    ...checkSpi(model),
    ...checkFirmware(model.firmware),
    ...checkKind(model, definition),
    ...checkPointed(model),
    ...checkGpios(model, {
      command: Object.keys(model.commands),
      register: [...Object.keys(model.registers), ...Object.keys(model.memory)],
    }),
    ...checkControls(model),
  ]);
  return markModel(model);
}

/** Controls, registers or memory were omitted. */
type None = Readonly<Record<string, never>>;

/** A device has registers, or answers exchanges, or both. */
function* checkKind(
  { addressing, exchange, commands, registers }: SpiModel,
  given: { readonly addressing?: SpiAddressing },
): Iterable<string> {
  if (addressing === undefined) {
    if (exchange === undefined) yield 'expected registers, memory or exchange, found none of them';
    if (given.addressing !== undefined) yield 'addressing: there are no registers';
    return;
  }
  yield* checkAddressing(addressing, registers);
  if (!('read' in addressing) && (exchange !== undefined || Object.keys(commands).length > 0))
    yield 'exchange, commands: every exchange is with registers, because its first byte is an address';
  for (const name of Object.keys(commands))
    if (Object.hasOwn(registers, name)) yield `commands.${name}: a register has this name`;
}

function* checkSpi({ name, spi: { type, maxHz, mode }, commands, firmware }: SpiModel): Iterable<string> {
  yield* checkName('name', name);
  yield* checkFinding('spi', { name: 'type', value: type === '' ? undefined : type }, firmware);
  yield* checkNumber('spi.maxHz', maxHz, 0xffffffff);
  yield* checkNumber('spi.mode', mode, 3);
  for (const [command, spec] of Object.entries(commands)) {
    const { code, mask = 0xff } = typeof spec === 'number' ? { code: spec } : spec;
    yield* checkName('commands', command);
    yield* checkNumber(`commands.${command}`, code, 0xff);
    yield* checkNumber(`commands.${command}.mask`, mask, 0xff);
  }
}
