import type { Access, Field, Register, Width } from '../definition/register.ts';
import { bitsOf, fieldMask, inward, widthMask } from './bits.ts';

/** A register on any bus. `width`: in bytes, up to 8. */
export type CellDescription<W extends number> = Omit<Register, 'width'> & { readonly width: W };

/** One register: its value, and which bits the guest may read, write, set or clear. */
export class RegisterCell<W extends number = Width> {
  readonly name: string;
  readonly bar: number;
  readonly at: number;
  readonly width: W;
  readonly fields: ReadonlyMap<string, Field>;
  readonly lockedBy: string | undefined;
  /** The bits of each kind of access. */
  readonly #bits: Readonly<Record<Access, bigint>>;
  readonly #reset: bigint;
  #value: bigint;

  constructor(name: string, bar: number, register: CellDescription<W>) {
    this.name = name;
    this.bar = bar;
    this.at = register.at;
    this.width = register.width;
    this.fields = new Map(Object.entries(register.fields ?? {}));
    this.lockedBy = register.lockedBy;
    this.#bits = bitsByAccess(register, this.width);
    this.#reset = BigInt(register.reset ?? 0);
    this.#value = this.#reset;
  }

  get value(): bigint {
    return this.#value;
  }

  set value(value: number | bigint) {
    this.#value = inward(value, this.width);
  }

  reset(): void {
    this.#value = this.#reset;
  }

  field(field: Field): bigint {
    return (this.#value & fieldMask(field)) >> BigInt(bitsOf(field.bits).low);
  }

  setField(field: Field, value: number | bigint): void {
    const mask = fieldMask(field);
    this.#value = (this.#value & ~mask) | ((inward(value, 8) << BigInt(bitsOf(field.bits).low)) & mask);
  }

  /** The guest's view of `value`; `touched`: the bits of the bytes that it reads. */
  guestRead(value: bigint, touched: bigint): bigint {
    this.#value &= ~(this.#bits.RC & touched);
    return value & ~this.#bits.WO & widthMask(this.width);
  }

  guestWrite(written: bigint, touched: bigint): void {
    const plain = (this.#bits.RW | this.#bits.WO) & touched;
    this.#value = (this.#value & ~plain) | (written & plain);
    this.#value &= ~(written & this.#bits.W1C & touched);
    this.#value |= written & this.#bits.W1S & touched;
  }
}

function bitsByAccess({ access, fields = {} }: Omit<Register, 'width'>, width: number): Record<Access, bigint> {
  const bits: Record<Access, bigint> = { RO: 0n, RW: 0n, WO: 0n, W1C: 0n, W1S: 0n, RC: 0n };
  const ofRegister = access ?? (Object.keys(fields).length === 0 ? 'RW' : 'RO');
  let claimed = 0n;
  for (const field of Object.values(fields)) {
    bits[field.access ?? access ?? 'RW'] |= fieldMask(field);
    claimed |= fieldMask(field);
  }
  bits[ofRegister] |= widthMask(width) & ~claimed;
  return bits;
}
