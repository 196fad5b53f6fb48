/** What an instruction does to the flow of control. Distances are in bytes, and relative to the instruction's end. */
export type Flow =
  /** Also a call, and a trap: what is behind it comes next. */
  | { readonly kind: 'on' }
  | { readonly kind: 'branch'; readonly distance: number }
  | { readonly kind: 'jump'; readonly distance: number }
  /** A return, or a jump to somewhere that is not written here. */
  | { readonly kind: 'away' };

export interface Instruction {
  readonly lengthBytes: number;
  readonly flow: Flow;
}

/** The length and flow of the instruction at an offset. Undefined: it is unknown, or the code ends in it. */
export type InstructionReader = (code: Buffer, offset: number) => Instruction | undefined;

export const onward: Flow = { kind: 'on' };
export const away: Flow = { kind: 'away' };

/** The lowest bits of a number, the highest of them being its sign. */
export function signedBits(value: number, bits: number): number {
  const unused = 32 - bits;
  return (value << unused) >> unused;
}
