import type { Handled } from '../definition/model-base.ts';
/** A line between a board and what is at its other end: a button, a lamp, the reset of a chip. */
export interface GpioLine {
    /** As the guest has it: `in` is driven by the device and read by the guest, `out` the other way round. */
    readonly direction: 'in' | 'out';
    /** On is the low level. */
    readonly activeLow?: boolean;
    /** Of `in`: whether it is on after power-on. */
    readonly initial?: boolean;
    readonly about?: string;
}
export type GpioLines = Readonly<Record<string, GpioLine>>;
/** No lines were declared. */
export type NoLines = Readonly<Record<string, never>>;
/** Whether each line is on. Those of direction `in` can be set. */
export type LineStates<L extends GpioLines> = string extends keyof L ? NoLines : {
    -readonly [N in keyof L]: boolean;
};
/** What a device on a bus says of its lines, beside registers or exchanges. `D`: the device in its handlers. */
export interface GpioUser<L extends GpioLines, D> {
    /** The lines that its driver asks for, by the names that it uses: `devm_gpiod_get(dev, "reset", …)`. */
    readonly gpios?: L;
    /** Called when the guest has switched a line of direction `out`. */
    readonly driven?: string extends keyof L ? NoLines : {
        readonly [N in keyof L]?: (device: D, isOn: boolean) => Handled;
    };
}
/** As `GpioUser`, checked and without its names. */
export interface GpioModelPart {
    readonly gpios: GpioLines;
    readonly driven: Readonly<Record<string, ((device: object, isOn: boolean) => Handled) | undefined>>;
}
export declare function gpiosOf<L extends GpioLines>({ gpios, driven, }: GpioUser<L, never>): GpioModelPart & {
    readonly gpios: L;
};
/** `taken`: other names of the same device, which faults and coverage could not tell from a line's. */
export declare function checkGpios({ gpios, driven }: GpioModelPart, taken?: Readonly<Record<string, readonly string[]>>): Iterable<string>;
export declare function checkLines(where: string, lines: GpioLines, driven: GpioModelPart['driven']): Iterable<string>;
