import type { Controls } from '../definition/control.ts';
import type { CanDefinition, TypedCanModel } from './can-definition.ts';
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
/**
 * Another node on the machine's CAN bus: a motor, a sensor, a control unit. Nothing runs yet: every machine gets its
 * own instance. @throws DefinitionError that lists all problems of the description
 */
export declare function defineCanNode<const C extends Controls = NoControls, S = undefined>(definition: CanDefinition<S, C>): TypedCanModel<C>;
export {};
