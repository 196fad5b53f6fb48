import { checkFinding } from '../acpi/acpi-id.ts';
import { lineVectorName } from '../board/device-line.ts';
import {
  checkBars,
  checkControls,
  checkName,
  checkNames,
  checkNumber,
  refuseProblems,
} from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import type { ReceivedHandler } from '../definition/definition.ts';
import type { DeviceInterrupt } from '../definition/firmware.ts';
import { checkFirmware, firmwareOf } from '../definition/firmware.ts';
import { markModel } from '../definition/model-base.ts';
import { checkGpios, type GpioLines, gpiosOf, type NoLines } from '../gpio/gpio-line.ts';
import type { PlatformBars, PlatformDefinition, PlatformModel, TypedPlatformModel } from './platform-definition.ts';

/**
 * A device whose driver finds its registers at an address, described like its data sheet. Nothing runs yet: every
 * machine gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export function definePlatformDevice<
  const B extends PlatformBars,
  const C extends Controls = NoControls,
  S = undefined,
  const L extends GpioLines = NoLines,
>(definition: PlatformDefinition<B, S, C, L>): TypedPlatformModel<B, C, L> {
  const { platform } = definition;
  const interrupt = interruptOf(definition.interrupts?.line);
  const model: TypedPlatformModel<B, C, L> = {
    bus: 'platform',
    name: definition.name,
    platform,
    firmware: firmwareOf(definition, {
      acpi: platform.acpi,
      dsm: platform.dsm,
      ...(platform.compatible === undefined ? {} : { compatible: platform.compatible }),
      ...(interrupt === undefined ? {} : { interrupt }),
    }),
    ...gpiosOf(definition),
    bars: definition.bars,
    interrupts: interrupt === undefined ? {} : { intx: true, names: [lineVectorName] },
    addressBits: definition.dma?.addressBits ?? 32,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    read: (definition.read ?? {}) as PlatformModel['read'],
    write: (definition.write ?? {}) as PlatformModel['write'],
    reset: definition.reset as PlatformModel['reset'],
    ...(definition.received === undefined ? {} : { received: definition.received as ReceivedHandler }),
    changed: (definition.changed ?? {}) as PlatformModel['changed'],
  };
  refuseProblems(model, [
    ...checkPlatform(model),
    ...checkBars(model),
    ...checkNames(model),
    ...checkFirmware(model.firmware),
    ...checkGpios(model, { register: Object.keys(model.bars[0].registers ?? {}) }),
    ...checkControls(model),
  ]);
  return markModel(model);
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/** Models may also be written in JavaScript, without type checks. */
function* checkCompatible(compatible: unknown, otherwise: string | undefined): Iterable<string> {
  if (compatible === undefined) {
    if (otherwise === undefined)
      yield 'platform: expected driver, acpi or compatible, by which the driver is found, found none of them';
    return;
  }
  const values: readonly unknown[] = Array.isArray(compatible) ? compatible : [compatible];
  if (values.length > 0 && values.every((one) => typeof one === 'string' && /^[\x21-\x7e]{1,100}$/.test(one))) return;
  const found = values
    .map((one) => JSON.stringify(one))
    .join(', ')
    .slice(0, 100);
  yield `platform.compatible: expected VENDOR,DEVICE, or a list of them, without spaces, found ${found || 'none'}`;
}

function interruptOf(line: true | DeviceInterrupt | undefined): DeviceInterrupt | undefined {
  return line === true ? {} : line;
}

/** What fits into a board's BAR. */
const maxWindowBytes = 512 * 1024;

function* checkPlatform({ name, platform, bars, addressBits, firmware }: PlatformModel): Iterable<string> {
  yield* checkName('name', name);
  const { driver, acpi, compatible } = platform;
  if (driver !== undefined || acpi !== undefined)
    yield* checkFinding('platform', { name: 'driver', value: driver }, firmware);
  yield* checkCompatible(compatible, driver ?? acpi);
  yield* checkNumber('dma.addressBits', addressBits, 64);
  const keys = Object.keys(bars);
  if (keys.length !== 1 || keys[0] !== '0')
    yield `bars: expected one window, bars[0], found ${keys.join(', ') || 'none'}`;
  else if (bars[0].size > maxWindowBytes)
    yield `bars[0]: expected a size of at most ${maxWindowBytes} bytes, found ${bars[0].size}`;
}
