/** The speed of a device, as USB names it: 1.5, 12, 480 or 5000 Mbit/s. */
export type UsbSpeed = 'low' | 'full' | 'high' | 'super';
export interface UsbIdentity {
    readonly vendor: number;
    readonly product: number;
    /** Absent: `high`. */
    readonly speed?: UsbSpeed;
    /** Class, subclass and protocol as 24 bits, such as 0x020000 for communications. Absent: the interfaces say it. */
    readonly class?: number;
    /** The device's release in binary-coded decimal: 0x0110 is 1.10. Absent: 1.00. */
    readonly revision?: number;
    readonly strings?: {
        readonly manufacturer?: string;
        readonly product?: string;
        readonly serial?: string;
    };
    /** What it takes from the bus, in milliamperes. Absent: 100. */
    readonly maxPowerMa?: number;
    readonly isSelfPowered?: boolean;
}
interface EndpointKind {
    readonly type: 'bulk' | 'interrupt';
    /** How often an interrupt endpoint is asked, in milliseconds: at high speed from 0.125, rounded to a power of two. */
    readonly everyMs?: number;
    /** The most bytes in a packet. Absent: the most for bulk at this speed; 64 for interrupts, 8 at low speed. */
    readonly packet?: number;
}
/** `in`: the endpoint's number, 1 to 15. The device sends to the machine. */
export interface InEndpoint extends EndpointKind {
    readonly in: number;
    readonly out?: never;
}
/** `out`: the endpoint's number, 1 to 15. The machine sends to the device. */
export interface OutEndpoint extends EndpointKind {
    readonly out: number;
    readonly in?: never;
}
export type UsbEndpoint = InEndpoint | OutEndpoint;
/** An interface as it is first, or after a driver has chosen another of its settings. */
export interface UsbSetting {
    readonly endpoints?: Readonly<Record<string, UsbEndpoint>>;
    /** Descriptors of its class, in front of those of its endpoints: their bytes, each with its length first. */
    readonly descriptors?: readonly (readonly number[] | Uint8Array)[];
}
/** Interfaces are numbered in their order, from 0. */
export interface UsbInterface extends UsbSetting {
    readonly class: number;
    readonly subclass?: number;
    readonly protocol?: number;
    /** The alternate settings from 1 on. Only the endpoints of the chosen setting answer. */
    readonly alternates?: readonly UsbSetting[];
}
export type UsbInterfaces = Readonly<Record<string, UsbInterface>>;
type SettingOf<N> = N | (N extends {
    readonly alternates: readonly (infer A)[];
} ? A : never);
type EndpointsOf<I> = {
    [N in keyof I]: SettingOf<I[N]> extends infer T ? (T extends {
        readonly endpoints: infer E;
    } ? E : never) : never;
}[keyof I];
type NamesWith<E, Way> = E extends unknown ? {
    [N in keyof E & string]: E[N] extends Way ? N : never;
}[keyof E & string] : never;
/** The names of the endpoints that send to the machine, and of those that receive from it. */
export type InName<I extends UsbInterfaces> = NamesWith<EndpointsOf<I>, {
    readonly in: number;
}>;
export type OutName<I extends UsbInterfaces> = NamesWith<EndpointsOf<I>, {
    readonly out: number;
}>;
export {};
