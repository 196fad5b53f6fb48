/** A fault that was written down wrongly. The message quotes it, says what was expected and what was found. */
export declare class FaultSyntaxError extends Error {
    readonly name = "FaultSyntaxError";
}
/** The `key=value` words of a fault. */
export type Settings = ReadonlyMap<string, string>;
/** Reads the words that follow a fault's kind; each key must be known, and stand once. @throws FaultSyntaxError */
export declare function readSettings(kind: string, words: readonly string[], known: readonly string[]): Settings;
/** @throws FaultSyntaxError */
export declare function readName(settings: Settings, key: string): string | undefined;
interface NumberRange {
    readonly min: number;
    readonly max?: number;
    /** What it is when it is not given; absent: it must be. */
    readonly absent?: number;
}
/** A whole number, decimal or hexadecimal. @throws FaultSyntaxError */
export declare function readNumber(settings: Settings, key: string, { min, max, absent }: NumberRange): number;
/** Bits or an address. @throws FaultSyntaxError */
export declare function readMask(settings: Settings, key: string, absent?: bigint): bigint;
/** Microseconds. @throws FaultSyntaxError */
export declare function readDuration(settings: Settings, key: string, absentUs?: number, maxUs?: number): number;
/** @throws FaultSyntaxError */
export declare function readProbability(text: string): number;
export declare function wrong(key: string, expected: string, found: string): FaultSyntaxError;
export {};
