import { readRelocations, type ElfRelocation } from './elf-relocations.ts';
import { type ElfFile, type ElfSection, readElfFile, sectionContent } from './elf-sections.ts';
import { type ElfSymbol, readElfSymbols } from './elf-symbols.ts';
import type { ReadBytes } from './read-bytes.ts';

/** A section of a module's code as it is in its file. */
export interface CodeSection {
  readonly bytes: Buffer;
  /** Not 0: the kernel changes this byte when it loads the module, or later. */
  readonly changed: Uint8Array;
  /** Its functions and labels, by their addresses. */
  readonly symbols: readonly ElfSymbol[];
}

const executable = 0x4;
/** Several times what the largest drivers have. */
const maxCodeBytes = 64 * 1024 ** 2;
/** Tables of places in code that the kernel rewrites: where the tracer hooks in, and what depends on the processor. */
const rewriting = /^(?:__patchable_function_entries|__mcount_loc|\.altinstructions|\.alternative|__jump_table)$/;
/** What is rewritten at such a place. On arm64 an address of the tracer's is before its two instructions. */
const rewrittenBytes = { arm64: 16, others: 8 } as const;

/** The sections with code of a module before it is loaded. None: it is no such file, or damaged. */
export function readModuleCode(read: ReadBytes): readonly CodeSection[] {
  const file = readElfFile(read);
  if (file === undefined) return [];
  const code = file.sections.filter(({ flags, sizeBytes }) => (flags & executable) !== 0 && sizeBytes <= maxCodeBytes);
  const symbols = readElfSymbols(read, file).filter(({ isCode }) => isCode);
  const relocations = readRelocations(read, file, (section) => code.includes(section) || rewriting.test(section.name));
  return code.map((section) => {
    const bytes = sectionContent(read, section);
    return {
      bytes,
      changed: changedBytes(section, { file, relocations, length: bytes.length }),
      symbols: symbols
        .filter((symbol) => symbol.section === section.index)
        .sort((one, other) => Number(one.value - other.value)),
    };
  });
}

interface Changes {
  readonly file: ElfFile;
  readonly relocations: readonly ElfRelocation[];
  readonly length: number;
}

function changedBytes(section: ElfSection, { file, relocations, length }: Changes): Uint8Array {
  const changed = new Uint8Array(length);
  const rewritten = file.header.machine === arm64 ? rewrittenBytes.arm64 : rewrittenBytes.others;
  for (const relocation of relocations) {
    const { inSection, offset, symbolSection, symbolValue, addend, type } = relocation;
    if (inSection === section.index) changed.fill(1, offset, offset + completedBytes(file, type));
    else if (symbolSection === section.index && rewriting.test(file.sections[inSection]?.name ?? ''))
      changed.fill(1, symbolValue + addend, symbolValue + addend + rewritten);
  }
  return changed;
}

const arm64 = 183;
const riscv = 243;
/** R_RISCV_CALL and R_RISCV_CALL_PLT: a pair of instructions. */
const pairs: ReadonlySet<number> = new Set([18, 19]);
/** R_RISCV_RVC_BRANCH and R_RISCV_RVC_JUMP. */
const halves: ReadonlySet<number> = new Set([44, 45]);

/** How much of the code a relocation completes. */
function completedBytes({ header }: ElfFile, type: number): number {
  if (header.machine !== riscv) return 4;
  return pairs.has(type) ? 8 : halves.has(type) ? 2 : 4;
}
