/** A file of an initramfs. Paths are relative to its root, without a leading slash. */
export type ArchiveEntry =
  | { readonly kind: 'directory'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly executable: boolean; readonly content: Uint8Array }
  | { readonly kind: 'link'; readonly path: string; readonly target: string }
  | { readonly kind: 'character-device'; readonly path: string; readonly major: number; readonly minor: number };

const modes = { directory: 0o040755, link: 0o120777, 'character-device': 0o020600 } as const;
const trailerName = 'TRAILER!!!';

/**
 * Writes a cpio archive in the kernel's `newc` format (Linux Documentation/driver-api/early-userspace/buffer-format).
 * The same entries give the same bytes.
 */
export function writeCpio(entries: readonly ArchiveEntry[]): Buffer {
  const parts = entries.flatMap((entry, index) => member(entry, index + 1));
  return Buffer.concat([
    ...parts,
    header({ inode: 0, mode: 0, size: 0, major: 0, minor: 0, name: trailerName }),
    padding(110 + trailerName.length + 1),
  ]);
}

function member(entry: ArchiveEntry, inode: number): Buffer[] {
  const content = contentOf(entry);
  const head = header({
    inode,
    mode: entry.kind === 'file' ? 0o100000 | (entry.executable ? 0o755 : 0o644) : modes[entry.kind],
    size: content.length,
    major: entry.kind === 'character-device' ? entry.major : 0,
    minor: entry.kind === 'character-device' ? entry.minor : 0,
    name: entry.path,
  });
  return [head, padding(head.length), Buffer.from(content), padding(content.length)];
}

function contentOf(entry: ArchiveEntry): Uint8Array {
  switch (entry.kind) {
    case 'file':
      return entry.content;
    case 'link':
      return Buffer.from(entry.target);
    case 'directory':
    case 'character-device':
      return new Uint8Array(0);
  }
}

interface Header {
  readonly inode: number;
  readonly mode: number;
  readonly size: number;
  readonly major: number;
  readonly minor: number;
  readonly name: string;
}

/** Owner, time and device are zero, so that builds are reproducible and all files belong to root. */
function header({ inode, mode, size, major, minor, name }: Header): Buffer {
  const encoded = Buffer.from(`${name}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, size, 0, 0, major, minor, encoded.length, 0];
  const digits = fields.map((field) => field.toString(16).toUpperCase().padStart(8, '0')).join('');
  return Buffer.concat([Buffer.from(`070701${digits}`), encoded]);
}

/** Everything is aligned to four bytes. */
function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
