import { checkControls, checkName, refuseProblems } from '../definition/check-definition.ts';
import type { Controls } from '../definition/control.ts';
import { markModel } from '../definition/model-base.ts';
import type { LinkDefinition, LinkModel, TypedLinkModel } from './link-definition.ts';

/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;

/** A local address of one station. */
const usualMac = '02:00:00:00:00:01';

/**
 * The other end of a network card's cable: a host, a switch, a device with a protocol of its own. Nothing runs yet:
 * every machine gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export function defineLinkPartner<const C extends Controls = NoControls, S = undefined>(
  definition: LinkDefinition<S, C>,
): TypedLinkModel<C> {
  const model: TypedLinkModel<C> = {
    bus: 'link',
    name: definition.name,
    mac: definition.mac ?? usualMac,
    controls: definition.controls ?? ({} as C),
    state: definition.state ?? (() => undefined),
    // The handlers are typed by the names in this definition, and are called only with its instances.
    received: definition.received as LinkModel['received'],
    reset: definition.reset as LinkModel['reset'],
    changed: (definition.changed ?? {}) as LinkModel['changed'],
  };
  refuseProblems(model, [...checkName('name', model.name), ...checkMac(model), ...checkControls(model)]);
  return markModel(model);
}

function* checkMac({ mac }: LinkModel): Iterable<string> {
  if (!/^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/i.test(mac))
    yield `mac: expected an address such as ${usualMac}, found ${JSON.stringify(mac)}`;
  else if (Number.parseInt(mac.slice(0, 2), 16) % 2 === 1)
    yield `mac: expected the address of one station, found ${mac}, which is one of a group`;
}
