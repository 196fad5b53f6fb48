import { checkFinding, checkNumbers } from '../acpi/acpi-id.ts';
import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import type { Control, Controls } from '../definition/control.ts';
import { checkFirmware, checkProperties, firmwareOf, maxNameBytes } from '../definition/firmware.ts';
import { markModel } from '../definition/model-base.ts';
import type { GpioConsumer, GpioDefinition, GpioModel, TypedGpioModel } from './gpio-definition.ts';
import { checkLines, type GpioLine, type GpioLines } from './gpio-line.ts';

/**
 * Lines that a test sets and reads, and the device whose driver uses them. Nothing runs yet: every machine gets its own
 * instance. @throws DefinitionError that lists all problems of the description
 */
export function defineGpioLines<const L extends GpioLines, const C extends Controls = NoControls, S = undefined>(
  definition: GpioDefinition<L, S, C>,
): TypedGpioModel<L, C> {
  const ownControls = definition.controls ?? ({} as C);
  const model: TypedGpioModel<L, C> = {
    bus: 'gpio',
    name: definition.name,
    lines: definition.lines,
    platform: definition.platform,
    firmware: firmwareOf(definition, definition.platform ?? {}),
    ownControls,
    controls: { ...controlsOf(definition.lines), ...ownControls },
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    driven: (definition.driven ?? {}) as GpioModel['driven'],
    reset: definition.reset as GpioModel['reset'],
    changed: (definition.changed ?? {}) as GpioModel['changed'],
  };
  refuseProblems(model, [
    ...checkOwnLines(model, ownControls),
    ...(model.platform === undefined ? [] : checkConsumer(model.platform, model)),
    ...checkFirmware(model.firmware),
    ...checkControls(model),
  ]);
  return markModel(model);
}

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

function controlsOf(lines: GpioLines): Controls {
  return Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, controlOf(line)]));
}

function controlOf({ direction, initial = false, about }: GpioLine): Control {
  return {
    type: 'switch',
    initial: direction === 'in' && initial,
    ...(direction === 'out' ? { readOnly: true } : {}),
    ...(about === undefined ? {} : { about }),
  };
}

const maxLines = 32;
const maxChildren = 32;

function* checkOwnLines({ name, lines, driven }: GpioModel, ownControls: Controls): Iterable<string> {
  yield* checkName('name', name);
  const names = Object.keys(lines);
  if (names.length < 1 || names.length > maxLines) yield `lines: expected 1 to ${maxLines}, found ${names.length}`;
  for (const line of names) {
    yield* checkName('lines', line);
    if (Object.hasOwn(ownControls, line)) yield `controls.${line}: a line has this name, and is a control already`;
  }
  yield* checkLines('lines', lines, driven);
}

function* checkConsumer(
  { driver, lines: asked = {}, children = [] }: GpioConsumer<string>,
  { lines, firmware }: GpioModel,
): Iterable<string> {
  yield* checkFinding('platform', { name: 'driver', value: driver }, firmware);
  yield* checkAsked('platform.lines', asked, lines);
  if (children.length > maxChildren)
    yield `platform.children: expected at most ${maxChildren}, found ${children.length}`;
  for (const [index, { properties = {}, lines: own = {} }] of children.entries()) {
    yield* checkProperties(`platform.children[${index}].properties`, properties);
    if (firmware.acpi !== undefined) yield* checkNumbers(`platform.children[${index}].properties`, properties);
    yield* checkAsked(`platform.children[${index}].lines`, own, lines);
  }
}

/** An empty name is that of a driver's only line. */
function* checkAsked(where: string, asked: Readonly<Record<string, string>>, lines: GpioLines): Iterable<string> {
  for (const [name, line] of Object.entries(asked)) {
    if (name.length > maxNameBytes)
      yield `${where}: expected names of at most ${maxNameBytes} characters, found ${name}`;
    if (!Object.hasOwn(lines, line)) yield `${where}.${name}: no line ${line}`;
  }
}
