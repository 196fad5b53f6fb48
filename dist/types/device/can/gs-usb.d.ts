import type { CanFrame } from './can-definition.ts';
import { type CanError } from './can-error.ts';
/** What the adapter asks of the bus behind it. */
export interface CanBus {
    /** The machine starts or stops its interface. `tell`: takes what the bus brings. */
    readonly start: (tell: (frame: CanFrame) => void) => void;
    readonly stop: () => void;
    /** The machine sends a frame. `ended`: undefined when it was acknowledged. Called once, at once or later. */
    readonly send: (frame: CanFrame, ended: (error: CanError | undefined) => void) => void;
}
/** A USB adapter that the kernel's gs_usb drives, with one CAN bus behind it. */
export declare function canAdapter(bus: CanBus): import("../usb/usb-definition.ts").TypedUsbModel<{
    readonly can: {
        readonly class: 255;
        readonly subclass: 255;
        readonly protocol: 255;
        readonly endpoints: {
            readonly received: {
                readonly in: 1;
                readonly type: "bulk";
            };
            readonly sent: {
                readonly out: 2;
                readonly type: "bulk";
            };
        };
    };
}, "HOST_FORMAT" | "BIT_TIMING" | "MODE" | "CONSTANTS" | "DEVICE", Readonly<Record<string, never>>>;
