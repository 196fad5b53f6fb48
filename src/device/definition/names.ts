import type { Bars } from './register.ts';

// From the bars of a definition to the names and values its handlers see.

type Part<B, K extends 'registers' | 'memory'> = {
  [N in keyof B]: B[N] extends Readonly<Record<K, infer P>> ? P : never;
}[keyof B];
type KeysOfEach<U> = U extends unknown ? keyof U & string : never;
type Pick1<U, N extends string> = U extends unknown ? (N extends keyof U ? U[N] : never) : never;

export type RegisterName<B extends Bars> = KeysOfEach<Part<B, 'registers'>>;
export type MemoryName<B extends Bars> = KeysOfEach<Part<B, 'memory'>>;
type RegisterOf<B extends Bars, N extends string> = Pick1<Part<B, 'registers'>, N>;

/** bigint for registers of 8 bytes, number for the others. */
export type RegisterValue<B extends Bars, N extends string> =
  RegisterOf<B, N> extends { readonly width: 8 } ? bigint : number;

type FieldName<B extends Bars, N extends string> =
  RegisterOf<B, N> extends { readonly fields: infer F } ? keyof F & string : never;

/**
 * A register's value as the model sees it, whatever the guest may do. What is assigned is cut to the register's width.
 */
export type RegisterValues<B extends Bars> = { -readonly [N in RegisterName<B>]: RegisterValue<B, N> };

/** Fields by register and name. A field is at most 32 bits wide in a number; wider ones lose their upper bits here. */
export type FieldValues<B extends Bars> = {
  readonly [N in RegisterName<B>]: { -readonly [F in FieldName<B, N>]: number };
};

export type Memories<B extends Bars> = { readonly [N in MemoryName<B>]: Buffer };
