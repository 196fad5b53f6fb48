import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
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
  const model: TypedSerialModel<C> = {
    bus: 'serial',
    name: definition.name,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received as SerialModel['received'],
    reset: definition.reset as SerialModel['reset'],
    changed: (definition.changed ?? {}) as SerialModel['changed'],
  };
  refuseProblems(model, [...checkName('name', model.name), ...checkControls(model)]);
  return markModel(model);
}
