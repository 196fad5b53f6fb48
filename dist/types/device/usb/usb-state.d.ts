import { EndpointCell } from './endpoint-cell.ts';
import type { UsbModel } from './usb-definition.ts';
import { type LaidSetting } from './usb-layout.ts';
/** What a driver has chosen: a configuration, and a setting of each interface. */
export declare class UsbState {
    #private;
    readonly settings: readonly LaidSetting[];
    /** By name, in all settings. */
    readonly cells: ReadonlyMap<string, EndpointCell>;
    constructor(model: UsbModel);
    /** 0: none, so that only the control endpoint answers. */
    get configuration(): number;
    /** The setting of each interface that is chosen now, or will be with the configuration. */
    get chosen(): readonly LaidSetting[];
    /** Undefined: there is no such interface, or no configuration. */
    alternate(face: number): number | undefined;
    /** The endpoint that answers at an address now. */
    cellAt(address: number): EndpointCell | undefined;
    /** False: there is no such configuration. */
    configure(value: number): boolean;
    /** False: there is no such setting, or no configuration. */
    choose(face: number, alternate: number): boolean;
    /** As after a reset of the port. */
    reset(): void;
}
