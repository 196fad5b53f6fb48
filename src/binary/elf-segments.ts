import { type ElfHeader, readElfHeader } from './elf-header.ts';
import { type ReadBytes, readWhole } from './read-bytes.ts';

/** An entry of an ELF file's table of segments. Nothing in it has been checked against the file. */
export interface ElfSegment {
  readonly type: number;
  /** Of its content in the file. */
  readonly offset: number;
  readonly sizeBytes: number;
  /** Where a loader without virtual memory puts it, and how much it takes there. */
  readonly physicalAddress: number;
  readonly memoryBytes: number;
}

/** `p_type` of what is loaded, and of notes. */
export const loadSegmentType = 1;
export const noteSegmentType = 4;

/** The segments of a little-endian ELF file of 32 or 64 bits; none when it is no such file or is cut short. */
export function readElfSegments(read: ReadBytes): readonly ElfSegment[] {
  const header = readElfHeader(read);
  if (header === undefined) return [];
  const { offset, entryBytes, count } = header.segments;
  const table = readWhole(read, offset, count * entryBytes);
  if (table === undefined || entryBytes < (header.bits === 64 ? 56 : 32)) return [];
  return Array.from({ length: count }, (_, index) => segmentAt(table, index * entryBytes, header.bits));
}

function segmentAt(table: Buffer, at: number, bits: ElfHeader['bits']): ElfSegment {
  const type = table.readUInt32LE(at);
  return bits === 64
    ? {
        type,
        offset: Number(table.readBigUInt64LE(at + 8)),
        sizeBytes: Number(table.readBigUInt64LE(at + 32)),
        physicalAddress: Number(table.readBigUInt64LE(at + 24)),
        memoryBytes: Number(table.readBigUInt64LE(at + 40)),
      }
    : {
        type,
        offset: table.readUInt32LE(at + 4),
        sizeBytes: table.readUInt32LE(at + 16),
        physicalAddress: table.readUInt32LE(at + 12),
        memoryBytes: table.readUInt32LE(at + 20),
      };
}
