import { arm64InstructionAt } from '../binary/arm64-instruction.ts';
import type { InstructionReader } from '../binary/code-flow.ts';
import type { ElfRelocation } from '../binary/elf-relocations.ts';
import { riscvInstructionAt } from '../binary/riscv-instruction.ts';
import { x86InstructionAt } from '../binary/x86-instruction.ts';

/** What of a module's code differs between architectures. */
export interface CodeForm {
  readonly instructionAt: InstructionReader;
  /** Where the call begins that a relocation at this offset completes; undefined: no call is there. */
  readonly callAt: (code: Buffer, offset: number) => number | undefined;
  /** From its beginning to where it returns to. */
  readonly callBytes: number;
  /** The places in the symbol's section to which the relocated code or data may lead. */
  readonly targetsOf: (relocation: ElfRelocation) => readonly number[];
}

/** The relocations of calls and jumps of x86-64: `R_X86_64_PC32` and `R_X86_64_PLT32`. */
const relative: ReadonlySet<number> = new Set([2, 4]);

const x86: CodeForm = {
  instructionAt: x86InstructionAt,
  callAt: (code, offset) => (code[offset - 1] === 0xe8 ? offset - 1 : undefined),
  callBytes: 5,
  // The distance of a call or jump counts from its end, four bytes on; that of a table from its entry.
  targetsOf: ({ type, symbolValue, addend }) =>
    relative.has(type) ? [symbolValue + addend, symbolValue + addend + 4] : [symbolValue + addend],
};

const arm64: CodeForm = {
  instructionAt: arm64InstructionAt,
  callAt: (code, offset) => (wordAt(code, offset) >>> 26 === 0b100101 ? offset : undefined),
  callBytes: 4,
  targetsOf: ({ symbolValue, addend }) => [symbolValue + addend],
};

/** `R_RISCV_PCREL_LO12_I` and `_S`: their symbol is the instruction that has the other part of the address. */
const otherHalf: ReadonlySet<number> = new Set([24, 25]);

const riscv64: CodeForm = {
  instructionAt: riscvInstructionAt,
  // auipc ra, …; jalr ra, …(ra)
  callAt: (code, offset) =>
    (wordAt(code, offset) & 0xfff) === 0x097 && (wordAt(code, offset + 4) & 0xfffff) === 0x080e7 ? offset : undefined,
  callBytes: 8,
  targetsOf: ({ type, symbolValue, addend }) => (otherHalf.has(type) ? [] : [symbolValue + addend]),
};

/** 0 beyond the end. */
function wordAt(code: Buffer, offset: number): number {
  return offset >= 0 && offset + 4 <= code.length ? code.readUInt32LE(offset) : 0;
}

const byMachine: Readonly<Record<number, CodeForm>> = { 62: x86, 183: arm64, 243: riscv64 };

/** By `e_machine` (elf.h). Undefined: an unknown architecture. */
export function codeFormOf(machine: number): CodeForm | undefined {
  return byMachine[machine];
}
