import { away, type Flow, type Instruction, onward } from './code-flow.ts';

const maxLength = 15;

const prefixes: ReadonlySet<number> = new Set([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]);

/**
 * The instruction of x86-64 at an offset. Undefined: it is unknown, or the code ends in it. Source: Intel's Software
 * Developer's Manual, volume 2, opcode maps.
 */
export function x86InstructionAt(code: Buffer, offset: number): Instruction | undefined {
  const decoder = new Decoder(code, offset);
  const flow = decoder.decode();
  const lengthBytes = decoder.at - offset;
  if (flow === undefined || lengthBytes > maxLength || decoder.at > code.length) return undefined;
  return { lengthBytes, flow };
}

class Decoder {
  readonly #code: Buffer;
  at: number;
  #isWide = false;
  #isNarrow = false;

  constructor(code: Buffer, offset: number) {
    this.#code = code;
    this.at = offset;
  }

  /** Beyond the end of the code there are zeros; the caller sees that it went too far. */
  #byte(): number {
    return this.#code[this.at++] ?? 0;
  }

  decode(): Flow | undefined {
    let opcode = this.#byte();
    for (let count = 0; prefixes.has(opcode) && count < maxLength; count++) {
      if (opcode === 0x66) this.#isNarrow = true;
      opcode = this.#byte();
    }
    if ((opcode & 0xf0) === 0x40) {
      this.#isWide = (opcode & 8) !== 0;
      opcode = this.#byte();
    }
    if (opcode === 0xc5) return this.#vector(1, 1);
    if (opcode === 0xc4) return this.#vector(2, this.#peek() & 0x1f);
    if (opcode === 0x62) return this.#vector(3, this.#peek() & 0x07);
    return opcode === 0x0f ? this.#twoBytes() : this.#oneByte(opcode);
  }

  #peek(): number {
    return this.#code[this.at] ?? 0;
  }

  /** VEX and EVEX: so many bytes more of the prefix, and the map that it selects. */
  #vector(prefixBytes: number, map: number): Flow | undefined {
    this.at += prefixBytes;
    const opcode = this.#byte();
    if (map === 1) return this.#mapOfTwo(opcode);
    if (map !== 2 && map !== 3) return undefined;
    this.#operand();
    if (map === 3) this.at += 1;
    return onward;
  }

  #twoBytes(): Flow | undefined {
    const opcode = this.#byte();
    if (opcode === 0x38 || opcode === 0x3a) {
      this.#byte();
      this.#operand();
      if (opcode === 0x3a) this.at += 1;
      return onward;
    }
    if (opcode >= 0x80 && opcode <= 0x8f) return { kind: 'branch', distance: this.#signed(4) };
    return this.#mapOfTwo(opcode);
  }

  #mapOfTwo(opcode: number): Flow {
    if (!hasNoOperand(opcode)) this.#operand();
    if (hasByteInMapOfTwo.has(opcode)) this.at += 1;
    return opcode === 0x07 || opcode === 0x35 ? away : onward;
  }

  #oneByte(opcode: number): Flow | undefined {
    if (opcode < 0x40) {
      const form = opcode & 7;
      if (form > 5) return undefined;
      if (form < 4) this.#operand();
      else this.at += form === 4 ? 1 : this.#immediateBytes();
      return onward;
    }
    if (opcode >= 0x70 && opcode <= 0x7f) return { kind: 'branch', distance: this.#signed(1) };
    if (opcode >= 0xb8 && opcode <= 0xbf) {
      this.at += this.#isWide ? 8 : this.#immediateBytes();
      return onward;
    }
    if (opcode >= 0xb0 && opcode <= 0xb7) {
      this.at += 1;
      return onward;
    }
    return this.#flowing(opcode) ?? this.#plain(opcode);
  }

  #flowing(opcode: number): Flow | undefined {
    switch (opcode) {
      case 0xe0:
      case 0xe1:
      case 0xe2:
      case 0xe3:
        return { kind: 'branch', distance: this.#signed(1) };
      case 0xe9:
        return { kind: 'jump', distance: this.#signed(4) };
      case 0xeb:
        return { kind: 'jump', distance: this.#signed(1) };
      case 0xc2:
      case 0xca:
        this.at += 2;
        return away;
      case 0xc3:
      case 0xcb:
      case 0xcf:
        return away;
      case 0xff: {
        const register = (this.#operand() >> 3) & 7;
        return register === 4 || register === 5 ? away : onward;
      }
      default:
        return undefined;
    }
  }

  #plain(opcode: number): Flow | undefined {
    if (impossible.has(opcode)) return undefined;
    if (withOperand.has(opcode)) {
      const register = (this.#operand() >> 3) & 7;
      // TEST has a constant, the other forms of these do not.
      if ((opcode === 0xf6 || opcode === 0xf7) && register > 1) return onward;
    }
    if (withByte.has(opcode)) this.at += 1;
    if (withImmediate.has(opcode)) this.at += this.#immediateBytes();
    if (opcode === 0xc8) this.at += 3;
    if (opcode >= 0xa0 && opcode <= 0xa3) this.at += 8;
    if (opcode === 0xe8) this.at += 4;
    return onward;
  }

  #immediateBytes(): number {
    return this.#isNarrow && !this.#isWide ? 2 : 4;
  }

  /** ModRM with what follows it. Returns its byte. */
  #operand(): number {
    const byte = this.#byte();
    const mode = byte >> 6;
    if (mode === 3) return byte;
    let base = byte & 7;
    if (base === 4) base = (this.#byte() & 7) === 5 ? 5 : 0;
    if (mode === 1) this.at += 1;
    else if (mode === 2 || base === 5) this.at += 4;
    return byte;
  }

  #signed(bytes: 1 | 4): number {
    const { at } = this;
    this.at += bytes;
    if (this.at > this.#code.length) return 0;
    return bytes === 1 ? this.#code.readInt8(at) : this.#code.readInt32LE(at);
  }
}

function hasNoOperand(opcode: number): boolean {
  return (
    (opcode >= 0x05 && opcode <= 0x0b) ||
    opcode === 0x0e ||
    (opcode >= 0x30 && opcode <= 0x37) ||
    opcode === 0x77 ||
    (opcode >= 0xa0 && opcode <= 0xa2) ||
    (opcode >= 0xa8 && opcode <= 0xaa) ||
    (opcode >= 0xc8 && opcode <= 0xcf)
  );
}

const hasByteInMapOfTwo: ReadonlySet<number> = new Set([
  0x70, 0x71, 0x72, 0x73, 0xa4, 0xac, 0xba, 0xc2, 0xc4, 0xc5, 0xc6,
]);
const impossible: ReadonlySet<number> = new Set([0x60, 0x61, 0x82, 0x9a, 0xce, 0xd4, 0xd5, 0xd6, 0xea]);
const withOperand: ReadonlySet<number> = new Set([
  0x63,
  0x69,
  0x6b,
  0x80,
  0x81,
  0x83,
  0xc0,
  0xc1,
  0xc6,
  0xc7,
  0xf6,
  0xf7,
  0xfe,
  ...from(0x84, 0x8f),
  ...from(0xd0, 0xd3),
  ...from(0xd8, 0xdf),
]);
const withByte: ReadonlySet<number> = new Set([
  0x6a,
  0x6b,
  0x80,
  0x83,
  0xa8,
  0xc0,
  0xc1,
  0xc6,
  0xcd,
  0xf6,
  ...from(0xe4, 0xe7),
]);
const withImmediate: ReadonlySet<number> = new Set([0x68, 0x69, 0x81, 0xa9, 0xc7, 0xf7]);

function from(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
