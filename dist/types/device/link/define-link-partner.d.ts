import type { Controls } from '../definition/control.ts';
import type { LinkDefinition, TypedLinkModel } from './link-definition.ts';
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
/**
 * The other end of a network card's cable: a host, a switch, a device with a protocol of its own. Nothing runs yet:
 * every machine gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export declare function defineLinkPartner<const C extends Controls = NoControls, S = undefined>(definition: LinkDefinition<S, C>): TypedLinkModel<C>;
export {};
