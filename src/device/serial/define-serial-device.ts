import { byCompatible, checkAcpi } from '../acpi/acpi-id.ts';
import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import { checkProperties, firmwareOf } from '../definition/firmware.ts';
import { markModel } from '../definition/model-base.ts';
import type { SerialDefinition, SerialModel, TypedSerialModel } from './serial-definition.ts';

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/**
 * A device at the far end of a serial line: a GPS receiver, a modem, a microcontroller. Nothing runs yet: every machine
 * gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export function defineSerialDevice<const C extends Controls = NoControls, S = undefined>(
  definition: SerialDefinition<S, C>,
): TypedSerialModel<C> {
  const serdev = serdevOf(definition);
  const model: TypedSerialModel<C> = {
    bus: 'serial',
    name: definition.name,
    ...(serdev === undefined ? {} : { serdev }),
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received as SerialModel['received'],
    reset: definition.reset as SerialModel['reset'],
    changed: (definition.changed ?? {}) as SerialModel['changed'],
  };
  refuseProblems(model, [...checkName('name', model.name), ...checkSerdev(definition), ...checkControls(model)]);
  return markModel(model);
}

const defaultBaud = 115_200;
const maxBaud = 10_000_000;

/** A compatible string alone is found by its own id. */
function serdevOf({ serdev, properties = {} }: Given): SerialModel['serdev'] {
  if (serdev === undefined) return undefined;
  const { compatible, acpi = byCompatible, baud = defaultBaud } = serdev;
  return {
    acpi,
    properties: firmwareOf({ properties }, compatible === undefined ? {} : { compatible }).properties,
    baud,
  };
}

type Given = Pick<SerialDefinition<never, Controls>, 'serdev' | 'properties'>;

function* checkSerdev(given: Given): Iterable<string> {
  const found = serdevOf(given);
  if (found === undefined) {
    if (given.properties !== undefined)
      yield 'properties: expected them together with serdev, because only a driver of its own can read them';
    return;
  }
  const { acpi, compatible } = given.serdev ?? {};
  if (acpi === undefined && compatible === undefined)
    yield 'serdev: expected acpi or compatible, by which the driver is found, found neither';
  else yield* checkAcpi('serdev', found);
  yield* checkProperties('properties', found.properties);
  if (!Number.isInteger(found.baud) || found.baud < 1 || found.baud > maxBaud)
    yield `serdev.baud: expected a speed of up to ${maxBaud} bits a second, found ${found.baud}`;
}
