import type { UsbModel } from './usb-definition.ts';
import type { UsbSpeed } from './usb-interface.ts';
/** An endpoint with everything that was left to defaults. */
export interface LaidEndpoint {
    readonly name: string;
    /** Its number, with bit 7 if it sends to the machine. */
    readonly address: number;
    readonly direction: 'in' | 'out';
    readonly type: 'bulk' | 'interrupt';
    readonly packet: number;
    /** bInterval: milliseconds at low and full speed, else a power of two of 125 microseconds. 0: bulk. */
    readonly interval: number;
}
/** An interface in one of its settings. */
export interface LaidSetting {
    readonly number: number;
    readonly alternate: number;
    readonly class: number;
    readonly subclass: number;
    readonly protocol: number;
    readonly descriptors: readonly number[];
    readonly endpoints: readonly LaidEndpoint[];
}
export declare const defaultSpeed: UsbSpeed;
/** All settings of all interfaces, in the order of the configuration descriptor. */
export declare function layOut({ usb, interfaces }: Pick<UsbModel, 'usb' | 'interfaces'>): readonly LaidSetting[];
/** The packet sizes that a bulk endpoint may have; none at low speed. */
export declare const bulkPackets: Readonly<Record<UsbSpeed, readonly number[]>>;
/** The longest packet of an interrupt endpoint. */
export declare const longestInterrupt: Readonly<Record<UsbSpeed, number>>;
/** How often an interrupt endpoint can be asked, in milliseconds. */
export declare function pollRange(speed: UsbSpeed): {
    readonly min: number;
    readonly max: number;
};
