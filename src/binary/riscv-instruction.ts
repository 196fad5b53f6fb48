import { away, type Flow, type Instruction, onward, signedBits } from './code-flow.ts';

/**
 * The instruction of riscv64 at an offset, of 4 bytes or compressed. Undefined: it is longer, or never one, or the code
 * ends in it. Source: The RISC-V Instruction Set Manual, volume I, "RV32I" and "C extension".
 */
export function riscvInstructionAt(code: Buffer, offset: number): Instruction | undefined {
  if (offset + 2 > code.length) return undefined;
  const half = code.readUInt16LE(offset);
  if (half === 0) return undefined;
  if ((half & 0b11) !== 0b11) return { lengthBytes: 2, flow: compressedFlow(half) };
  if ((half & 0b11111) === 0b11111 || offset + 4 > code.length) return undefined;
  return { lengthBytes: 4, flow: flowOf(code.readUInt32LE(offset)) };
}

const supervisorReturn = 0x10200073;
const machineReturn = 0x30200073;

function flowOf(word: number): Flow {
  // Without a register for the return address it is a jump, not a call.
  const isCall = ((word >>> 7) & 0b11111) !== 0;
  switch (word & 0b1111111) {
    case 0b1100011: // beq, bne, blt, bge, bltu, bgeu
      return { kind: 'branch', distance: branchOffset(word) - 4 };
    case 0b1101111: // jal
      return isCall ? onward : { kind: 'jump', distance: jumpOffset(word) - 4 };
    case 0b1100111: // jalr
      return isCall ? onward : away;
    default:
      return word === supervisorReturn || word === machineReturn ? away : onward;
  }
}

function branchOffset(word: number): number {
  const low = gather(word, [
    [31, 12],
    [7, 11],
    [8, 1],
    [9, 2],
    [10, 3],
    [11, 4],
  ]); // prettier-ignore
  return signedBits(low | (((word >>> 25) & 0b111111) << 5), 13);
}

function jumpOffset(word: number): number {
  const low = gather(word, [
    [31, 20],
    [20, 11],
  ]);
  return signedBits(low | (((word >>> 21) & 0x3ff) << 1) | (((word >>> 12) & 0xff) << 12), 21);
}

function compressedFlow(half: number): Flow {
  const quadrant = half & 0b11;
  const operation = half >>> 13;
  if (quadrant === 0b01 && operation === 0b101) return { kind: 'jump', distance: compressedJump(half) - 2 };
  if (quadrant === 0b01 && operation >= 0b110) return { kind: 'branch', distance: compressedBranch(half) - 2 };
  // c.jr has a register, and neither a second one nor the bit of c.jalr.
  const isJump = quadrant === 0b10 && half >>> 12 === 0b1000 && (half & 0b1111100) === 0 && (half & 0xf80) !== 0;
  return isJump ? away : onward;
}

const jumpBits = [
  [12, 11],
  [11, 4],
  [10, 9],
  [9, 8],
  [8, 10],
  [7, 6],
  [6, 7],
  [5, 3],
  [4, 2],
  [3, 1],
  [2, 5],
] as const;
const branchBits = [
  [12, 8],
  [11, 4],
  [10, 3],
  [6, 7],
  [5, 6],
  [4, 2],
  [3, 1],
  [2, 5],
] as const;

/** c.j */
function compressedJump(half: number): number {
  return signedBits(gather(half, jumpBits), 12);
}

/** c.beqz, c.bnez */
function compressedBranch(half: number): number {
  return signedBits(gather(half, branchBits), 9);
}

/** A number whose bits are scattered: from which one of the instruction to which one of the number. */
function gather(value: number, bits: readonly (readonly [from: number, to: number])[]): number {
  return bits.reduce((sum, [from, to]) => sum | (((value >>> from) & 1) << to), 0);
}
