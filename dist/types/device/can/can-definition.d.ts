import type { Controls, ControlValues } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Clock } from '../instance/model-clock.ts';
/** A frame of classic CAN. */
export interface CanFrame {
    /** 11 bits, or 29 of an extended frame. */
    readonly id: number;
    /** At most 8 bytes; none in a remote frame. */
    readonly data: Uint8Array;
    readonly isExtended?: boolean;
    /** It asks for the data of this id. */
    readonly isRemote?: boolean;
}
/** The bus, as the node sees it. */
export interface CanPort {
    /**
     * Sends a frame. Without a machine whose interface is up, it is lost. @throws RangeError for an id or data that no
     * frame can have
     */
    readonly send: (frame: CanFrame) => void;
}
/** The node in a model's handlers. */
export interface CanDevice<S, C extends Controls> {
    /** Recreated at every reset. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
    readonly can: CanPort;
}
export interface CanDefinition<S, C extends Controls> {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    /** Called with each frame that the machine has sent, which the node acknowledges. */
    readonly received?: (device: CanDevice<S, C>, frame: CanFrame) => Handled;
    readonly state?: () => S;
    readonly controls?: C;
    /** Called when a machine starts its interface: state has its initial value, and timers are cancelled. */
    readonly reset?: (device: CanDevice<S, C>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: CanDevice<S, C>, value: ControlValues<C>[N]) => Handled;
    };
}
/** A checked definition, without the type-level names of its handlers. */
export interface CanModel extends ModelBase {
    readonly bus: 'can';
    readonly state: () => unknown;
    readonly received: ((device: object, frame: CanFrame) => Handled) | undefined;
    readonly reset: ((device: object) => void) | undefined;
}
/** The names of a model's controls, for the types of a test bus. */
export interface TypedCanModel<C extends Controls> extends CanModel {
    readonly controls: C;
}
