import { type ElfSection, readElfFile } from '../binary/elf-sections.ts';
import { type ElfSymbol, readElfSymbols } from '../binary/elf-symbols.ts';
import type { ReadBytes } from '../binary/read-bytes.ts';

export interface CodeSymbol extends ElfSymbol {
  /** To the next symbol of its section, which is what the kernel prints as size; undefined for the last one. */
  readonly spanBytes: number | undefined;
}

/** A module, or a kernel: what is needed to find a function in it. Little-endian, 64 bits. */
export interface CodeObject {
  /** A module as it is before it is loaded: every section begins at 0. */
  readonly isRelocatable: boolean;
  readonly sections: readonly ElfSection[];
  /** Functions, and labels that may be some. */
  readonly codeByName: ReadonlyMap<string, readonly CodeSymbol[]>;
}

/** Undefined: it has no lines of source, is no such object, or is damaged. */
export function readCodeObject(read: ReadBytes): CodeObject | undefined {
  const file = readElfFile(read);
  if (file === undefined || !hasLines(file.sections)) return undefined;
  return {
    isRelocatable: file.header.isRelocatable,
    sections: file.sections,
    codeByName: indexCode(readElfSymbols(read, file)),
  };
}

/** Whether debug information says which line an instruction comes from. */
export function hasLines(sections: readonly ElfSection[]): boolean {
  return sections.some(({ name }) => name === '.debug_line' || name === '.zdebug_line');
}

function indexCode(symbols: readonly ElfSymbol[]): ReadonlyMap<string, readonly CodeSymbol[]> {
  const byName = new Map<string, CodeSymbol[]>();
  let next: ElfSymbol | undefined;
  let spanEnd: ElfSymbol | undefined;
  // From the end, so that the next one is known; symbols of one address reach equally far.
  for (const symbol of [...symbols].sort(
    (one, other) => other.section - one.section || Number(other.value - one.value),
  )) {
    if (next === undefined || next.section !== symbol.section) spanEnd = undefined;
    else if (next.value !== symbol.value) spanEnd = next;
    next = symbol;
    if (!symbol.isCode) continue;
    const spanBytes = spanEnd === undefined ? undefined : Number(spanEnd.value - symbol.value);
    const ofName = byName.get(symbol.name) ?? [];
    ofName.push({ ...symbol, spanBytes });
    byName.set(symbol.name, ofName);
  }
  return byName;
}
