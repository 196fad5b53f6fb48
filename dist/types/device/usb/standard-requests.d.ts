import type { UsbDescriptors } from './descriptors.ts';
import { type UsbSetup } from './usb-setup.ts';
import type { UsbState } from './usb-state.ts';
export interface StandardDevice {
    readonly descriptors: UsbDescriptors;
    readonly state: UsbState;
    readonly isSelfPowered: boolean;
}
/** Answers a standard request. Undefined: the device does not know it. */
export declare function answerStandard(setup: UsbSetup, device: StandardDevice): Buffer | undefined;
