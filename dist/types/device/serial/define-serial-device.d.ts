import type { Controls } from '../definition/control.ts';
import type { SerialDefinition, TypedSerialModel } from './serial-definition.ts';
/** `controls` was omitted. */
type NoControls = Readonly<Record<string, never>>;
/**
 * A device at the far end of a serial line: a GPS receiver, a modem, a microcontroller. Nothing runs yet: every machine
 * gets its own instance. @throws DefinitionError that lists all problems of the description
 */
export declare function defineSerialDevice<const C extends Controls = NoControls, S = undefined>(definition: SerialDefinition<S, C>): TypedSerialModel<C>;
export {};
