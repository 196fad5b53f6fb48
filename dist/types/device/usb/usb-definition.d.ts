import type { Controls, ControlValues } from '../definition/control.ts';
import type { Handled, ModelBase } from '../definition/model-base.ts';
import type { Clock } from '../instance/model-clock.ts';
import type { InName, OutName, UsbIdentity, UsbInterfaces } from './usb-interface.ts';
/** An endpoint that sends to the machine. */
export interface InControl {
    /**
     * Queues a transfer, which waits until the machine asks. A machine that asks for more than is left of it gets a short
     * packet, or one of length 0. `more`: the transfer goes on with the next `send`. False: the queue is full, and the
     * bytes are dropped, as those of a full buffer in hardware. @throws RangeError for more than a packet on an interrupt
     * endpoint
     */
    readonly send: (bytes: Uint8Array, options?: {
        readonly more?: boolean;
    }) => boolean;
    /** The number of transfers that wait. */
    readonly queued: number;
    /** Drops what waits. */
    readonly flush: () => void;
    /** Stalls until the machine clears it. */
    readonly halt: () => void;
}
/** An endpoint that receives from the machine. */
export interface OutControl {
    /** Stalls until the machine clears it. */
    readonly halt: () => void;
}
/** The device in a model's handlers. */
export interface UsbDevice<I extends UsbInterfaces, S, C extends Controls> {
    readonly endpoints: {
        readonly [N in InName<I>]: InControl;
    } & {
        readonly [N in OutName<I>]: OutControl;
    };
    /** Whatever the device knows; made again at every reset. */
    readonly state: S;
    readonly controls: ControlValues<C>;
    readonly clock: Clock;
}
/** Bytes for the machine, cut to the length that it asked for; or the request is refused. */
export type ControlAnswer = Uint8Array | readonly number[] | 'stall';
export interface ControlAsked {
    readonly value: number;
    readonly index: number;
    readonly length: number;
}
export interface ControlGiven {
    readonly value: number;
    readonly index: number;
    readonly bytes: Buffer;
}
/**
 * What a handler returns that takes bytes: `stall` refuses them. The result of `send` means nothing here, so that a
 * handler may be one expression.
 */
export type Taken = void | boolean | 'stall';
/** Which control request is meant. */
export interface RequestCode {
    /** bRequest. */
    readonly request: number;
    /** Absent: `vendor`. A `standard` one is asked only when the device does not answer it by itself. */
    readonly type?: 'vendor' | 'class' | 'standard';
    /** Absent: `device` for vendor requests, `interface` for others. */
    readonly recipient?: 'device' | 'interface' | 'endpoint' | 'other';
}
/** A control request. The machine waits for a handler that is asynchronous, and nothing else does. */
export interface ControlRequest<D> extends RequestCode {
    /** The machine sends. */
    readonly out?: (device: D, given: ControlGiven) => Taken | Promise<Taken>;
    /** The machine asks. */
    readonly in?: (device: D, asked: ControlAsked) => ControlAnswer | Promise<ControlAnswer>;
}
export interface UsbDefinition<I extends UsbInterfaces, R extends string, S, C extends Controls> {
    /** The name in `info/devices` and reports: letters, digits, `.`, `_`, `-`. */
    readonly name: string;
    readonly usb: UsbIdentity;
    readonly interfaces: I;
    readonly control?: {
        readonly [N in R]: ControlRequest<UsbDevice<I, S, C>>;
    };
    /**
     * Called with each transfer to an endpoint. The next one waits until an asynchronous handler has ended. Without a
     * handler the bytes are taken and dropped.
     */
    readonly received?: {
        readonly [N in OutName<I>]?: (device: UsbDevice<I, S, C>, bytes: Buffer) => Taken | Promise<Taken>;
    };
    readonly controls?: C;
    readonly state?: () => S;
    /** Called after a reset of the port, and at the start. State is new, timers are cancelled, nothing is queued. */
    readonly reset?: (device: UsbDevice<I, S, C>) => void;
    /** Called after a test has set a control. */
    readonly changed?: {
        readonly [N in keyof C]?: (device: UsbDevice<I, S, C>, value: ControlValues<C>[N]) => Handled;
    };
}
export type UsbHandler = (device: object, bytes: Buffer) => Taken | Promise<Taken>;
/** A checked definition, without the type-level names of its handlers. */
export interface UsbModel extends ModelBase {
    readonly bus: 'usb';
    readonly usb: UsbIdentity;
    readonly interfaces: UsbInterfaces;
    readonly control: Readonly<Record<string, ControlRequest<object>>>;
    readonly received: Readonly<Record<string, UsbHandler | undefined>>;
    readonly state: () => unknown;
    readonly reset: ((device: object) => void) | undefined;
}
/** The names of a model's endpoints, requests and controls, for the types of a test bus. */
export interface TypedUsbModel<I extends UsbInterfaces, R extends string, C extends Controls> extends UsbModel {
    readonly interfaces: I;
    readonly controls: C;
    readonly control: Readonly<Record<R, ControlRequest<object>>>;
}
