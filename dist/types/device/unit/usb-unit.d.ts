import type { Exchanged } from '../exchange/outcome.ts';
import type { UsbDescriptors } from '../usb/descriptors.ts';
import type { UsbModel } from '../usb/usb-definition.ts';
import { type UsbSetup } from '../usb/usb-setup.ts';
import type { UsbState } from '../usb/usb-state.ts';
import { DeviceUnit, type UnitOptions } from './device-unit.ts';
/**
 * A USB device: instance → faults → log → a machine's transfers. An endpoint takes one transfer at a time, in order; a
 * transfer that the device does not answer stays until the machine cancels it.
 */
export declare class UsbUnit extends DeviceUnit<UsbModel> {
    #private;
    constructor(model: UsbModel, options: UnitOptions);
    get descriptors(): UsbDescriptors;
    /** What the driver has chosen. */
    get state(): UsbState;
    protected get device(): object;
    /** A reset of the port. What the machine waits for is not answered any more. */
    reset(): void;
    /** A control transfer. `bytes`: what the machine sends; empty for `in`. */
    carryControl(setup: UsbSetup, bytes: Buffer, cancelled: AbortSignal): Promise<Exchanged<'transfer'>>;
    /** A transfer to an endpoint. */
    carryOut(address: number, bytes: Buffer, cancelled: AbortSignal): Promise<Exchanged<'transfer'>>;
    /**
     * A transfer from an endpoint, up to a number of bytes. A fault hits it when the endpoint has its data, so that the
     * faults count answers, and not how often a driver asks.
     */
    carryIn(address: number, length: number, cancelled: AbortSignal): Promise<Exchanged<'transfer'>>;
    /** Brings what an interrupt endpoint has, for as long as the machine polls it. */
    stream(address: number, cancelled: AbortSignal, bring: (seen: Exchanged<'transfer'>) => void): Promise<void>;
}
