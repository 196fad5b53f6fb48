import type { Controls } from '../definition/control.ts';
import type { OutcomeOf } from '../exchange/outcome.ts';
import { UsbUnit } from '../unit/usb-unit.ts';
import { type UsbDescriptors } from '../usb/descriptors.ts';
import type { TypedUsbModel, UsbModel } from '../usb/usb-definition.ts';
import type { InName, OutName, UsbInterfaces } from '../usb/usb-interface.ts';
import { type UsbSetup } from '../usb/usb-setup.ts';
import { UnitBus } from './unit-bus.ts';
/** A transfer did not end well. The machine's driver would get an error. */
export declare class UsbTransferError extends Error {
    readonly name = "UsbTransferError";
    readonly outcome: OutcomeOf<'transfer'>;
    constructor(what: string, outcome: OutcomeOf<'transfer'>);
}
/** `signal` cancels a transfer, as a driver's timeout does. */
export interface UsbWait {
    readonly signal?: AbortSignal;
}
export interface UsbRequest extends UsbWait {
    readonly value?: number;
    readonly index?: number;
    /** For requests that read; absent: as much as there is. */
    readonly length?: number;
    /** For requests that write. */
    readonly bytes?: Uint8Array;
}
/** The machine's side of a USB device, operated by hand. A transfer without an answer waits until it is cancelled. */
export declare class UsbHost<I extends UsbInterfaces, R extends string> {
    #private;
    constructor(unit: UsbUnit);
    get descriptors(): UsbDescriptors;
    /** A request of the model, by its name. Returns what was read. @throws UsbTransferError */
    control(name: R, { value, index, length, bytes, signal }?: UsbRequest): Promise<Buffer>;
    /** Any control request, with the numbers of the wire. Returns what was read. @throws UsbTransferError */
    setup(setup: UsbSetup, bytes?: Uint8Array, { signal }?: UsbWait): Promise<Buffer>;
    /** Sends a transfer. Resolves when the device has taken it. @throws UsbTransferError */
    out(name: OutName<I>, bytes: Uint8Array, { signal }?: UsbWait): Promise<void>;
    /**
     * Asks for a transfer, and waits until the device has one. `length`: one packet, if absent.
     * @throws UsbTransferError
     */
    in(name: InName<I>, length?: number, { signal }?: UsbWait): Promise<Buffer>;
    /** Asks for a transfer. Undefined: the device has nothing now. @throws UsbTransferError */
    poll(name: InName<I>, length?: number): Promise<Buffer | undefined>;
    /** Lets a stalled endpoint go on. @throws UsbTransferError */
    clearHalt(name: InName<I> | OutName<I>): Promise<void>;
    /** @throws UsbTransferError */
    setInterface(name: keyof I & string, alternate: number): Promise<void>;
    /** Resets the port. The device has no configuration then, as after it was plugged in. */
    reset(): void;
    /** Chooses the configuration, as a machine does before its driver probes. @throws UsbTransferError */
    configure(): Promise<void>;
}
/** A USB device in a simulated machine. Actions of the driver are awaited: `await bus.usb.out('commands', bytes)`. */
export declare class UsbTestBus<I extends UsbInterfaces, R extends string, C extends Controls> extends UnitBus<UsbModel, C> {
    readonly usb: UsbHost<I, R>;
    constructor(model: TypedUsbModel<I, R, C>);
}
