import type { RequestCode } from './usb-definition.ts';
/** The first packet of a control transfer. */
export interface UsbSetup {
    /** bmRequestType: bit 7 direction, bits 6 and 5 type, bits 4 to 0 recipient. */
    readonly requestType: number;
    readonly request: number;
    readonly value: number;
    readonly index: number;
    readonly length: number;
}
declare const types: readonly ["standard", "class", "vendor", "reserved"];
declare const recipients: readonly ["device", "interface", "endpoint", "other"];
export declare function isIn({ requestType }: UsbSetup): boolean;
export declare function typeOf({ requestType }: UsbSetup): (typeof types)[number];
export declare function recipientOf({ requestType }: UsbSetup): (typeof recipients)[number] | undefined;
/** A request with what was left to defaults. */
export declare function completeCode({ request, type, recipient }: RequestCode): Required<RequestCode>;
export declare function matches(setup: UsbSetup, code: RequestCode): boolean;
/** bmRequestType of a request, in this direction. */
export declare function requestTypeOf(code: RequestCode, direction: 'in' | 'out'): number;
export {};
