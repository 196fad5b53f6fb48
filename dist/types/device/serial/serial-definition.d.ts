import type { Controls, ControlValues } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Clock } from '../instance/model-clock.ts';
/** The line to the machine's UART. */
export interface Line {
    /**
     * Sends bytes, or the UTF-8 of a text. Without a machine they are lost, and so are those that the UART does not take
     * in time.
     */
    readonly send: (bytes: Uint8Array | string) => void;
}
/** The device in a model's handlers. */
export interface SerialDevice<S, C extends Controls> {
    /** Recreated at every reset. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
    readonly line: Line;
}
export interface SerialDefinition<S, C extends Controls> {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    /**
     * Called with bytes that the machine has sent, in order and in pieces of any size. While a promise is not settled, no
     * further bytes come.
     */
    readonly received?: (device: SerialDevice<S, C>, bytes: Buffer) => Handled;
    readonly state?: () => S;
    readonly controls?: C;
    /** Called when a machine is connected: state has its initial value, and timers are cancelled. */
    readonly reset?: (device: SerialDevice<S, C>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: SerialDevice<S, C>, value: ControlValues<C>[N]) => Handled;
    };
}
/** A checked definition, without the type-level names of its handlers. */
export interface SerialModel extends ModelBase {
    readonly bus: 'serial';
    readonly state: () => unknown;
    readonly received: ((device: object, bytes: Buffer) => Handled) | undefined;
    readonly reset: ((device: object) => void) | undefined;
}
/** The names of a model's controls, for the types of a test bus. */
export interface TypedSerialModel<C extends Controls> extends SerialModel {
    readonly controls: C;
}
