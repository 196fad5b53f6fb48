import { type ReadBytes, readWhole } from './read-bytes.ts';

/** Entries of one size that follow one another: the file's sections, or its segments. */
export interface ElfTable {
  readonly offset: number;
  readonly entryBytes: number;
  readonly count: number;
}

/** What the first bytes of a little-endian ELF file say (elf(5)); none of it has been looked at yet. */
export interface ElfHeader {
  readonly bits: 32 | 64;
  /** A module before it is loaded: every section begins at 0. */
  readonly isRelocatable: boolean;
  /** `e_machine`. */
  readonly machine: number;
  readonly segments: ElfTable;
  readonly sections: ElfTable;
  /** Index of the section with the names of sections. */
  readonly sectionNames: number;
}

/** Of 64 bits; a file that is shorter holds nothing that anybody looks for. */
const headerBytes = 64;
const relocatableType = 1;

/** Whether a file is ELF, of whichever kind. */
export function isElf(read: ReadBytes): boolean {
  return readWhole(read, 0, headerBytes)?.readUInt32BE(0) === 0x7f454c46;
}

/** Undefined: no ELF file, or not a little-endian one. */
export function readElfHeader(read: ReadBytes): ElfHeader | undefined {
  const header = isElf(read) ? readWhole(read, 0, headerBytes) : undefined;
  if (header?.[5] !== 1) return undefined;
  const kind = { isRelocatable: header.readUInt16LE(16) === relocatableType, machine: header.readUInt16LE(18) };
  return header[4] === 2
    ? {
        ...kind,
        bits: 64,
        segments: tableAt(header, Number(header.readBigUInt64LE(32)), 54),
        sections: tableAt(header, Number(header.readBigUInt64LE(40)), 58),
        sectionNames: header.readUInt16LE(62),
      }
    : {
        ...kind,
        bits: 32,
        segments: tableAt(header, header.readUInt32LE(28), 42),
        sections: tableAt(header, header.readUInt32LE(32), 46),
        sectionNames: header.readUInt16LE(50),
      };
}

/** @param sizesAt where the header has the size of an entry, and behind it how many there are */
function tableAt(header: Buffer, offset: number, sizesAt: number): ElfTable {
  return { offset, entryBytes: header.readUInt16LE(sizesAt), count: header.readUInt16LE(sizesAt + 2) };
}
