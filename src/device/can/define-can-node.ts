import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import { markModel } from '../definition/model-base.ts';
import type { CanDefinition, CanModel, TypedCanModel } from './can-definition.ts';

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/**
 * Another node on the machine's CAN bus: a motor, a sensor, a control unit. Nothing runs yet: every machine gets its
 * own instance. @throws DefinitionError that lists all problems of the description
 */
export function defineCanNode<const C extends Controls = NoControls, S = undefined>(
  definition: CanDefinition<S, C>,
): TypedCanModel<C> {
  const model: TypedCanModel<C> = {
    bus: 'can',
    name: definition.name,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received as CanModel['received'],
    reset: definition.reset as CanModel['reset'],
    changed: (definition.changed ?? {}) as CanModel['changed'],
  };
  refuseProblems(model, [...checkName('name', model.name), ...checkControls(model)]);
  return markModel(model);
}
