import type { Field, Register, Width } from '../definition/register.ts';
/** A register on any bus. `width`: in bytes, up to 8. */
export type CellDescription<W extends number> = Omit<Register, 'width'> & {
    readonly width: W;
};
/** One register: its value, and which bits the guest may read, write, set or clear. */
export declare class RegisterCell<W extends number = Width> {
    #private;
    readonly name: string;
    readonly bar: number;
    readonly at: number;
    readonly width: W;
    readonly fields: ReadonlyMap<string, Field>;
    readonly lockedBy: string | undefined;
    constructor(name: string, bar: number, register: CellDescription<W>);
    get value(): bigint;
    set value(value: number | bigint);
    reset(): void;
    field(field: Field): bigint;
    setField(field: Field, value: number | bigint): void;
    /** The guest's view of `value`; `touched`: the bits of the bytes that it reads. */
    guestRead(value: bigint, touched: bigint): bigint;
    guestWrite(written: bigint, touched: bigint): void;
}
