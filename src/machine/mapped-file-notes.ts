import type { FileNotes } from '../host/files/walk-untrusted.ts';

const fileTypeMask = 0o170000;
const regularFile = 0o100000;

/**
 * Where QEMU's mapped-file model keeps what the guest believes of a file's type and owner: what is a link or a device
 * in the guest is a plain file here, with its type written beside it.
 */
export const mappedFileNotes: FileNotes = {
  directory: '.virtfs_metadata',
  maxBytes: 4096,
  saysPlain: (note) => {
    const mode = /^virtfs\.mode=(\d+)$/m.exec(note)?.[1];
    return mode === undefined || (Number(mode) & fileTypeMask) === regularFile;
  },
};
