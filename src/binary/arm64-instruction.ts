import { away, type Flow, type Instruction, onward, signedBits } from './code-flow.ts';

const instructionBytes = 4;

/**
 * The instruction of arm64 at an offset. Undefined: it is never one (`udf`: data, or what fills a gap), or the code
 * ends in it. Source: Arm Architecture Reference Manual, A64 instruction set encoding, "Branches, Exception Generating
 * and System instructions".
 */
export function arm64InstructionAt(code: Buffer, offset: number): Instruction | undefined {
  if (offset + instructionBytes > code.length) return undefined;
  const word = code.readUInt32LE(offset);
  return word >>> 16 === 0 ? undefined : { lengthBytes: instructionBytes, flow: flowOf(word) };
}

function flowOf(word: number): Flow {
  if (word >>> 26 === 0b000101) return { kind: 'jump', distance: distanceOf(word, 26) };
  // b.cond, and bc.cond
  if (word >>> 24 === 0b01010100) return { kind: 'branch', distance: distanceOf(word >>> 5, 19) };
  switch ((word >>> 25) & 0b111111) {
    case 0b011010: // cbz, cbnz
      return { kind: 'branch', distance: distanceOf(word >>> 5, 19) };
    case 0b011011: // tbz, tbnz
      return { kind: 'branch', distance: distanceOf(word >>> 5, 14) };
    default:
      return word >>> 25 === 0b1101011 ? byRegister((word >>> 21) & 0b1111) : onward;
  }
}

/** blr, blraa, blrab return; br, ret, eret and their kin do not. */
function byRegister(operation: number): Flow {
  return (operation & 0b0111) === 0b0001 ? onward : away;
}

/** It is written in instructions, and from the start of the instruction. */
function distanceOf(field: number, bits: number): number {
  return signedBits(field, bits) * instructionBytes - instructionBytes;
}
