import { bytesOf, valueOf, widthMask } from './bits.ts';
import type { Endian, PointedModel } from './pointed-register.ts';
import { RegisterCell } from './register-cell.ts';

export type PointedCell = RegisterCell<number>;

export interface PointedMemoryCell {
  readonly name: string;
  readonly at: number;
  readonly isWritable: boolean;
  /** In bytes. Absent: a write goes on behind the end. */
  readonly page: number | undefined;
  readonly fill: number;
  readonly bytes: Buffer;
}

/** What a pointer points to. `skip`: the position in it, in bytes. */
export type PointedPlace =
  | { readonly kind: 'register'; readonly cell: PointedCell; readonly skip: number }
  | { readonly kind: 'memory'; readonly cell: PointedMemoryCell; readonly skip: number };

/** The registers and memories of a device, by pointer or by name. */
export class PointerMap {
  readonly registers = new Map<string, PointedCell>();
  readonly memories = new Map<string, PointedMemoryCell>();
  readonly #byPointer = new Map<number, PointedPlace>();

  constructor({ registers, memory, autoIncrement }: Pick<PointedModel, 'registers' | 'memory' | 'autoIncrement'>) {
    for (const [name, register] of Object.entries(registers)) {
      const cell: PointedCell = new RegisterCell<number>(name, 0, { ...register, width: register.width ?? 1 });
      this.registers.set(name, cell);
      const pointers = autoIncrement === 'byte' ? cell.width : 1;
      for (let skip = 0; skip < pointers; skip++) this.#byPointer.set(cell.at + skip, { kind: 'register', cell, skip });
    }
    for (const [name, { at, size, access, page, fill = 0 }] of Object.entries(memory)) {
      const bytes = Buffer.alloc(size, fill);
      this.memories.set(name, { name, at, isWritable: access !== 'RO', page, fill, bytes });
    }
  }

  at(pointer: number): PointedPlace | undefined {
    const register = this.#byPointer.get(pointer);
    if (register !== undefined) return register;
    for (const cell of this.memories.values())
      if (pointer >= cell.at && pointer < cell.at + cell.bytes.length)
        return { kind: 'memory', cell, skip: pointer - cell.at };
    return undefined;
  }

  reset(): void {
    for (const cell of this.registers.values()) cell.reset();
    for (const { bytes, fill } of this.memories.values()) bytes.fill(fill);
  }
}

/** A register's bytes in the order of the wire. */
export function wireOf(value: bigint, width: number, endian: Endian): Buffer {
  const bytes = bytesOf(value, width);
  return endian === 'big' ? bytes.reverse() : bytes;
}

/** Some bytes of a register: `skip` and their number count in the order of the wire, `start` from the lowest byte. */
export interface RegisterPart {
  readonly start: number;
  /** Lowest byte first. */
  readonly bytes: Buffer;
  /** In the place of the register's bits. */
  readonly value: bigint;
  readonly touched: bigint;
}

export function partOf(wire: Buffer, skip: number, width: number, endian: Endian): RegisterPart {
  const start = endian === 'big' ? width - skip - wire.length : skip;
  const bytes = endian === 'big' ? Buffer.from(wire).reverse() : Buffer.from(wire);
  const shift = BigInt(8 * start);
  return { start, bytes, value: valueOf(bytes) << shift, touched: widthMask(bytes.length) << shift };
}
