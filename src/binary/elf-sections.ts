import { type ElfHeader, readElfHeader } from './elf-header.ts';
import { type ReadBytes, readWhole, textAt } from './read-bytes.ts';

export interface ElfSection {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  readonly offset: number;
  readonly sizeBytes: number;
  /** Index of the section that this one belongs to: of a symbol table, the one with its names. */
  readonly link: number;
  /** Of relocations: index of the section that they are for. */
  readonly info: number;
  /** Of its address; 0 and 1: any. */
  readonly alignBytes: number;
  /** Where its header lies in the file. */
  readonly headerOffset: number;
}

/** A little-endian ELF file of 64 bits. */
export interface ElfFile {
  readonly header: ElfHeader;
  readonly sections: readonly ElfSection[];
}

const sectionHeaderBytes = 64;
/** Far beyond any kernel's; a damaged file may claim anything. */
const maxTableBytes = 256 * 1024 * 1024;
const maxNameBytes = 1024;

/** Undefined: no ELF file of 64 bits, one without sections, or damaged. */
export function readElfFile(read: ReadBytes): ElfFile | undefined {
  const header = readElfHeader(read);
  if (header === undefined || header.bits !== 64) return undefined;
  const { offset, entryBytes, count } = header.sections;
  const table = readWhole(read, offset, count * sectionHeaderBytes);
  if (entryBytes !== sectionHeaderBytes || count === 0 || table === undefined) return undefined;
  const unnamed = Array.from({ length: count }, (_, index) => readSection(table, index, offset));
  const nameTable = unnamed[header.sectionNames];
  const names = nameTable === undefined ? Buffer.alloc(0) : sectionContent(read, nameTable);
  return {
    header,
    sections: unnamed.map(({ nameOffset, ...section }) => ({
      ...section,
      name: textAt(names, nameOffset, maxNameBytes),
    })),
  };
}

function readSection(
  table: Buffer,
  index: number,
  tableOffset: number,
): Omit<ElfSection, 'name'> & { readonly nameOffset: number } {
  const at = index * sectionHeaderBytes;
  return {
    index,
    nameOffset: table.readUInt32LE(at),
    type: table.readUInt32LE(at + 4),
    flags: Number(table.readBigUInt64LE(at + 8)),
    offset: Number(table.readBigUInt64LE(at + 24)),
    sizeBytes: Number(table.readBigUInt64LE(at + 32)),
    link: table.readUInt32LE(at + 40),
    info: table.readUInt32LE(at + 44),
    alignBytes: Number(table.readBigUInt64LE(at + 48)),
    headerOffset: tableOffset + at,
  };
}

/** What is there of it: less than its size in a damaged file, and never more than any kernel's largest table. */
export function sectionContent(
  read: ReadBytes,
  { offset, sizeBytes }: Pick<ElfSection, 'offset' | 'sizeBytes'>,
): Buffer {
  return read(offset, Math.min(sizeBytes, maxTableBytes));
}
