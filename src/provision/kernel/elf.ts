/** A note in an ELF file's PT_NOTE segments. */
export interface ElfNote {
  readonly owner: string;
  readonly type: number;
}

const loadsNotes = 4;
/** XEN_ELFNOTE_PHYS32_ENTRY: where to enter the kernel in 32-bit mode without a boot loader (Xen public/elfnote.h). */
const pvhNote: ElfNote = { owner: 'Xen', type: 18 };

export function isElf(file: Buffer): boolean {
  return file.length >= 64 && file.readUInt32BE(0) === 0x7f454c46;
}

/** Whether QEMU can start this ELF kernel directly. */
export function hasPvhEntry(file: Buffer): boolean {
  return elfNotes(file).some(({ owner, type }) => owner === pvhNote.owner && type === pvhNote.type);
}

/** The notes of a little-endian ELF file of 32 or 64 bits; none when it is no such file or is cut short. */
export function elfNotes(file: Buffer): ElfNote[] {
  if (!isElf(file) || file[5] !== 1) return [];
  return segments(file)
    .filter(({ type, offset, size }) => type === loadsNotes && offset + size <= file.length)
    .flatMap(({ offset, size }) => notesIn(file.subarray(offset, offset + size)));
}

/** What comes after `Linux version ` in the kernel's banner: `6.1.0-56-amd64`. */
export function bannerRelease(file: Buffer): string | undefined {
  const banner = 'Linux version ';
  for (let at = file.indexOf(banner); at !== -1; at = file.indexOf(banner, at + 1)) {
    // The same words stand in format strings.
    const release = /^\d+\.\d+[^\s%]*(?= )/.exec(
      file.toString('latin1', at + banner.length, at + banner.length + 128),
    )?.[0];
    if (release !== undefined) return release;
  }
  return undefined;
}

interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

function segments(file: Buffer): Segment[] {
  const wide = file[4] === 2;
  const tableOffset = wide ? Number(file.readBigUInt64LE(32)) : file.readUInt32LE(28);
  const entryBytes = file.readUInt16LE(wide ? 54 : 42);
  const count = file.readUInt16LE(wide ? 56 : 44);
  if (entryBytes < (wide ? 56 : 32) || tableOffset + count * entryBytes > file.length) return [];
  return Array.from({ length: count }, (_, index) => {
    const at = tableOffset + index * entryBytes;
    return wide
      ? {
          type: file.readUInt32LE(at),
          offset: Number(file.readBigUInt64LE(at + 8)),
          size: Number(file.readBigUInt64LE(at + 32)),
        }
      : { type: file.readUInt32LE(at), offset: file.readUInt32LE(at + 4), size: file.readUInt32LE(at + 16) };
  });
}

function notesIn(bytes: Buffer): ElfNote[] {
  const notes: ElfNote[] = [];
  for (let at = 0; at + 12 <= bytes.length; ) {
    const ownerBytes = bytes.readUInt32LE(at);
    const contentBytes = bytes.readUInt32LE(at + 4);
    const owner = bytes.toString('latin1', at + 12, at + 12 + ownerBytes).replace(/\0+$/, '');
    notes.push({ owner, type: bytes.readUInt32LE(at + 8) });
    at += 12 + aligned(ownerBytes) + aligned(contentBytes);
  }
  return notes;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}
