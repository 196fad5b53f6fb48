import type { PciModel } from './definition.ts';
/** A checked definition of a device, on any bus. */
export type DeviceModel = PciModel;
export declare function isDeviceModel(value: unknown): value is DeviceModel;
