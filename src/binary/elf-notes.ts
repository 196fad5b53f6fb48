import { noteSegmentType, readElfSegments } from './elf-segments.ts';
import { type ReadBytes, readWhole } from './read-bytes.ts';

/** A note in an ELF file's PT_NOTE segments. */
export interface ElfNote {
  readonly owner: string;
  readonly type: number;
}

const noteHeaderBytes = 12;
const maxOwnerBytes = 256;
/** Of all notes together. A kernel has some hundred bytes; the segments of a damaged file may all be the same ones. */
const maxNotesBytes = 1024 ** 2;

/** The notes of a little-endian ELF file of 32 or 64 bits; none when it is no such file or is cut short. */
export function readElfNotes(read: ReadBytes): readonly ElfNote[] {
  const notes: ElfNote[] = [];
  let bytesLeft = maxNotesBytes;
  for (const { type, offset, sizeBytes } of readElfSegments(read)) {
    if (type !== noteSegmentType || sizeBytes > bytesLeft) continue;
    bytesLeft -= sizeBytes;
    for (const note of notesIn(readWhole(read, offset, sizeBytes) ?? Buffer.alloc(0))) notes.push(note);
  }
  return notes;
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
