import { checkFinding } from '../acpi/acpi-id.ts';
import { checkControls, checkName, checkNumber, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import { checkFirmware, firmwareOf } from '../definition/firmware.ts';
import { markModel } from '../definition/model-base.ts';
import { checkGpios, type GpioLines, gpiosOf, type NoLines } from '../gpio/gpio-line.ts';
import type { SpiDefinition, SpiModel, TypedSpiModel } from './spi-definition.ts';

const defaultMaxHz = 10_000_000;

/**
 * A device on an SPI bus, described like its data sheet. Nothing runs yet: every machine gets its own instance. @throws
 * DefinitionError that lists all problems of the description
 */
export function defineSpiDevice<
  const C extends Controls = NoControls,
  S = undefined,
  K extends string = never,
  const L extends GpioLines = NoLines,
>(definition: SpiDefinition<S, C, K, L>): TypedSpiModel<C, L> {
  const { type = '', maxHz = defaultMaxHz, mode = 0 } = definition.spi;
  const model: TypedSpiModel<C, L> = {
    bus: 'spi',
    name: definition.name,
    spi: { type, maxHz, mode },
    firmware: firmwareOf(definition, definition.spi),
    ...gpiosOf(definition),
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
    ...checkGpios(model, { command: Object.keys(model.commands) }),
    ...checkControls(model),
  ]);
  return markModel(model);
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

function* checkSpi({ name, spi: { type, maxHz, mode }, commands, firmware, gpios }: SpiModel): Iterable<string> {
  yield* checkName('name', name);
  yield* checkFinding('spi', { name: 'type', value: type === '' ? undefined : type }, { ...firmware, gpios });
  yield* checkNumber('spi.maxHz', maxHz, 0xffffffff);
  yield* checkNumber('spi.mode', mode, 3);
  for (const [command, spec] of Object.entries(commands)) {
    const { code, mask = 0xff } = typeof spec === 'number' ? { code: spec } : spec;
    yield* checkName('commands', command);
    yield* checkNumber(`commands.${command}`, code, 0xff);
    yield* checkNumber(`commands.${command}.mask`, mask, 0xff);
  }
}
