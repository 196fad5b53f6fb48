import type { UsbModel } from './usb-definition.ts';
/** What exchanges of standard requests are called. */
export declare const controlName = "control";
/** @throws DefinitionError */
export declare function checkUsbModel(model: UsbModel): void;
