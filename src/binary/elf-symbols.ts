import { type ElfFile, sectionContent } from './elf-sections.ts';
import { type ReadBytes, textAt } from './read-bytes.ts';

export interface ElfSymbol {
  readonly name: string;
  /** In a module relative to its section, else an address. */
  readonly value: bigint;
  readonly sizeBytes: number;
  /** Index of its section. */
  readonly section: number;
  /** A function, or a label that may be one. */
  readonly isCode: boolean;
}

export const symbolBytes = 24;
const symbolTableType = 2;
/** Functions and labels without a type, of sections that are in the file. */
const codeTypes: ReadonlySet<number> = new Set([0, 2, 10]);
const firstReservedSection = 0xff00;
const maxNameBytes = 1024;
/** Several times what a kernel with every driver has. */
const maxSymbols = 4 * 1024 ** 2;
/** Of all names together: those of a damaged file may all be the same long bytes. */
const maxNameBytesInAll = 256 * 1024 ** 2;

/** The symbols with a name in one of the file's sections; what a damaged file has beyond any kernel is left out. */
export function readElfSymbols(read: ReadBytes, { sections }: ElfFile): readonly ElfSymbol[] {
  const table = sections.find(({ type }) => type === symbolTableType);
  const names = table && sections[table.link];
  if (table === undefined || names === undefined) return [];
  return symbolsIn(sectionContent(read, table), sectionContent(read, names));
}

function symbolsIn(table: Buffer, names: Buffer): readonly ElfSymbol[] {
  const symbols: ElfSymbol[] = [];
  const count = Math.min(Math.floor(table.length / symbolBytes), maxSymbols);
  for (let index = 0, nameBytes = 0; index < count && nameBytes <= maxNameBytesInAll; index++) {
    const symbol = symbolAt(table, index * symbolBytes, names);
    nameBytes += symbol.name.length;
    if (counts(symbol)) symbols.push(symbol);
  }
  return symbols;
}

/** The kernel does not list what marks code from data, either. */
function counts({ name, section }: ElfSymbol): boolean {
  return name !== '' && !/^(?:\$|\.L)/.test(name) && section > 0 && section < firstReservedSection;
}

function symbolAt(table: Buffer, at: number, names: Buffer): ElfSymbol {
  return {
    name: textAt(names, table.readUInt32LE(at), maxNameBytes),
    isCode: codeTypes.has(table.readUInt8(at + 4) & 0xf),
    section: table.readUInt16LE(at + 6),
    value: table.readBigUInt64LE(at + 8),
    sizeBytes: Number(table.readBigUInt64LE(at + 16)),
  };
}
