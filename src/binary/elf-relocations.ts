import { type ElfFile, type ElfSection, sectionContent } from './elf-sections.ts';
import { type ReadBytes, textAt } from './read-bytes.ts';

/** A place in a section that the loader completes, and what with. */
export interface ElfRelocation {
  /** Index of the section that has the place. */
  readonly inSection: number;
  readonly offset: number;
  /** As the architecture numbers them. */
  readonly type: number;
  /** Empty for the symbol of a section. */
  readonly symbol: string;
  /** Index of the symbol's section; 0: another file has it. */
  readonly symbolSection: number;
  readonly symbolValue: number;
  readonly addend: number;
}

const relocationsType = 4;
const relocationBytes = 24;
const symbolBytes = 24;
/** Several times what the largest drivers have. */
const maxRelocations = 4 * 1024 ** 2;
const maxNameBytes = 1024;

/** The relocations of the chosen sections; what a damaged file has beyond any module is left out. */
export function readRelocations(
  read: ReadBytes,
  { sections }: ElfFile,
  isWanted: (section: ElfSection) => boolean,
): readonly ElfRelocation[] {
  const found: ElfRelocation[] = [];
  for (const table of sections) {
    const target = sections[table.info];
    if (table.type !== relocationsType || target === undefined || !isWanted(target)) continue;
    const symbols = sections[table.link];
    const names = symbols && sections[symbols.link];
    if (symbols === undefined || names === undefined) continue;
    const symbolAt = symbolReader(sectionContent(read, symbols), sectionContent(read, names));
    const content = sectionContent(read, table);
    for (let at = 0; at + relocationBytes <= content.length && found.length < maxRelocations; at += relocationBytes) {
      found.push({
        inSection: target.index,
        offset: Number(content.readBigUInt64LE(at)),
        type: content.readUInt32LE(at + 8),
        ...symbolAt(content.readUInt32LE(at + 12)),
        addend: Number(content.readBigInt64LE(at + 16)),
      });
    }
  }
  return found;
}

type RelocatedSymbol = Pick<ElfRelocation, 'symbol' | 'symbolSection' | 'symbolValue'>;

function symbolReader(symbols: Buffer, names: Buffer): (index: number) => RelocatedSymbol {
  const known = new Map<number, RelocatedSymbol>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const at = index * symbolBytes;
    const isThere = at + symbolBytes <= symbols.length;
    const symbol: RelocatedSymbol = isThere
      ? {
          symbol: textAt(names, symbols.readUInt32LE(at), maxNameBytes),
          symbolSection: symbols.readUInt16LE(at + 6),
          symbolValue: Number(symbols.readBigUInt64LE(at + 8)),
        }
      : { symbol: '', symbolSection: 0, symbolValue: 0 };
    known.set(index, symbol);
    return symbol;
  };
}
