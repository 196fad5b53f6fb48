import { type ElfHeader, readElfHeader } from './elf-header.ts';
import { type ReadBytes, readWhole } from './read-bytes.ts';

/** A note in an ELF file's PT_NOTE segments. */
export interface ElfNote {
  readonly owner: string;
  readonly type: number;
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

const noteSegmentType = 4;
const noteHeaderBytes = 12;
const maxOwnerBytes = 256;
/** Of all notes together. A kernel has some hundred bytes; the segments of a damaged file may all be the same ones. */
const maxNotesBytes = 1024 ** 2;

/** The notes of a little-endian ELF file of 32 or 64 bits; none when it is no such file or is cut short. */
export function readElfNotes(read: ReadBytes): readonly ElfNote[] {
  const header = readElfHeader(read);
  if (header === undefined) return [];
  const notes: ElfNote[] = [];
  let bytesLeft = maxNotesBytes;
  for (const { type, offset, sizeBytes } of readSegments(read, header)) {
    if (type !== noteSegmentType || sizeBytes > bytesLeft) continue;
    bytesLeft -= sizeBytes;
    for (const note of notesIn(readWhole(read, offset, sizeBytes) ?? Buffer.alloc(0))) notes.push(note);
  }
  return notes;
}

function readSegments(read: ReadBytes, { bits, segments }: ElfHeader): readonly Segment[] {
  const { offset, entryBytes, count } = segments;
  const table = readWhole(read, offset, count * entryBytes);
  if (table === undefined || entryBytes < (bits === 64 ? 56 : 32)) return [];
  return Array.from({ length: count }, (_, index) => segmentAt(table, index * entryBytes, bits));
}

function segmentAt(table: Buffer, at: number, bits: ElfHeader['bits']): Segment {
  const type = table.readUInt32LE(at);
  return bits === 64
    ? {
        type,
        offset: Number(table.readBigUInt64LE(at + 8)),
        sizeBytes: Number(table.readBigUInt64LE(at + 32)),
      }
    : { type, offset: table.readUInt32LE(at + 4), sizeBytes: table.readUInt32LE(at + 16) };
}

function notesIn(bytes: Buffer): readonly ElfNote[] {
  const notes: ElfNote[] = [];
  for (let at = 0; at + noteHeaderBytes <= bytes.length; ) {
    const ownerBytes = bytes.readUInt32LE(at);
    const ownerAt = at + noteHeaderBytes;
    const owner = bytes.toString('latin1', ownerAt, ownerAt + Math.min(ownerBytes, maxOwnerBytes));
    notes.push({ owner: owner.replace(/\0+$/, ''), type: bytes.readUInt32LE(at + 8) });
    at = ownerAt + aligned(ownerBytes) + aligned(bytes.readUInt32LE(at + 4));
  }
  return notes;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
