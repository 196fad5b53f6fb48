import type { Controls, ControlValues } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Clock } from '../instance/model-clock.ts';
/** The cable to the machine's network card. */
export interface Link {
    /** The partner's own address. */
    readonly mac: Buffer;
    /**
     * Sends an Ethernet frame, from its destination address on and without a checksum at its end. Without a machine it is
     * lost. @throws RangeError when it has less than 14 bytes, or more than QEMU takes
     */
    readonly send: (frame: Uint8Array) => void;
}
/** The link partner in a model's handlers. */
export interface LinkDevice<S, C extends Controls> {
    /** Recreated at every reset. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
    readonly link: Link;
}
export interface LinkDefinition<S, C extends Controls> {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    /** `device.link.mac`, such as `02:00:00:00:00:01`, which it is by default. */
    readonly mac?: string;
    /** Called with each frame that the machine has sent. While a promise is not settled, no further frames come. */
    readonly received?: (device: LinkDevice<S, C>, frame: Buffer) => Handled;
    readonly state?: () => S;
    readonly controls?: C;
    /** Called when a machine is connected: state has its initial value, and timers are cancelled. */
    readonly reset?: (device: LinkDevice<S, C>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: LinkDevice<S, C>, value: ControlValues<C>[N]) => Handled;
    };
}
/** A checked definition, without the type-level names of its handlers. */
export interface LinkModel extends ModelBase {
    readonly bus: 'link';
    readonly mac: string;
    readonly state: () => unknown;
    readonly received: ((device: object, frame: Buffer) => Handled) | undefined;
    readonly reset: ((device: object) => void) | undefined;
}
/** The names of a model's controls, for the types of a test bus. */
export interface TypedLinkModel<C extends Controls> extends LinkModel {
    readonly controls: C;
}
