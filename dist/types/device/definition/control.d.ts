/**
 * A control or an indicator of a model that a test may set or read while the guest runs: an input signal, a
 * temperature, a counter. `readOnly`: only the model changes it.
 */
export type Control = {
    readonly type: 'number';
    readonly initial: number;
    readonly min?: number;
    readonly max?: number;
    readonly unit?: string;
    readonly readOnly?: boolean;
    readonly about?: string;
} | {
    readonly type: 'switch';
    readonly initial: boolean;
    readonly readOnly?: boolean;
    readonly about?: string;
} | {
    readonly type: 'choice';
    readonly initial: string;
    readonly of: readonly string[];
    readonly readOnly?: boolean;
    readonly about?: string;
} | {
    readonly type: 'text';
    readonly initial: string;
    readonly readOnly?: boolean;
    readonly about?: string;
};
export type Controls = Readonly<Record<string, Control>>;
export type ControlValue = number | boolean | string;
export type ValueOfControl<C> = C extends {
    readonly type: 'number';
} ? number : C extends {
    readonly type: 'switch';
} ? boolean : C extends {
    readonly of: readonly (infer V)[];
} ? V : string;
export type ControlValues<C extends Controls> = {
    -readonly [N in keyof C]: ValueOfControl<C[N]>;
};
/** A test's request to a model is invalid; the message lists the valid choices. */
export declare class ControlError extends Error {
    readonly name = "ControlError";
}
/** @throws ControlError with the list of controls */
export declare function findControl(controls: Controls, name: string): Control;
/**
 * Parses a value as a person writes it, `on` or `0x10` or `3.3`, or as a program gives it. @throws ControlError that
 * says what was expected and found
 */
export declare function parseControl(name: string, control: Control, given: ControlValue): ControlValue;
