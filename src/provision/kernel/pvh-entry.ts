import { type ElfNote, readElfNotes } from '../../binary/elf-notes.ts';
import { bytesOf } from '../../binary/read-bytes.ts';

/** XEN_ELFNOTE_PHYS32_ENTRY: where to enter the kernel in 32-bit mode without a boot loader (Xen public/elfnote.h). */
const pvhNote: ElfNote = { owner: 'Xen', type: 18 };

/** Whether QEMU can start this ELF kernel directly. */
export function hasPvhEntry(file: Buffer): boolean {
  return readElfNotes(bytesOf(file)).some(({ owner, type }) => owner === pvhNote.owner && type === pvhNote.type);
}
