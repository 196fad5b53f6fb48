import type { UsbModel } from './usb-definition.ts';
import type { UsbSpeed } from './usb-interface.ts';
/** What a device tells about itself. */
export interface UsbDescriptors {
    readonly device: Buffer;
    readonly configuration: Buffer;
    /** By index; the first one lists the languages. Absent: the device has no strings. */
    readonly strings: readonly Buffer[];
    /** Only at super speed. */
    readonly bos: Buffer | undefined;
}
/** The only configuration has this number. */
export declare const configurationValue = 1;
export declare function describe(model: UsbModel): UsbDescriptors;
/** The longest packet of the control endpoint. */
export declare function controlPacket(speed: UsbSpeed): number;
