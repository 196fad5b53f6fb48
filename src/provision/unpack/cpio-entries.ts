import { type ArchiveEntry, ArchiveProblem, noContent } from './archive-entry.ts';
import { PieceReader } from './piece-reader.ts';

const headerBytes = 110;
/** Without and with a checksum. */
const magics = ['070701', '070702'];
/** A variant of rpm's in which the header is an index into the package's list of files. */
const magicOfLargeFiles = '07070X';
const trailerName = 'TRAILER!!!';

const fileType = { mask: 0o170000, file: 0o100000, directory: 0o040000, link: 0o120000 } as const;

interface Header {
  readonly inode: string;
  readonly mode: number;
  readonly names: number;
  readonly sizeBytes: number;
  readonly path: string;
}

/** Limits of a header's fields; the rest of an entry is content. */
export interface CpioLimits {
  readonly pathBytes: number;
  readonly entries: number;
}

/**
 * The members of a cpio archive in the `newc` format, as in rpm packages. Names of one file come with content only at
 * the last of them; they are passed on as hard links behind it. @throws ArchiveProblem @throws whatever the source
 * throws
 */
export async function* cpioEntries(bytes: AsyncIterable<Uint8Array>, limits: CpioLimits): AsyncGenerator<ArchiveEntry> {
  const reader = new PieceReader(bytes);
  const waiting = new Map<string, Header[]>();
  let entries = 0;
  try {
    for (;;) {
      const header = await readHeader(reader, limits);
      if (header.path === trailerName) break;
      if (++entries > limits.entries) throw new ArchiveProblem(`it has more than ${limits.entries} entries`);
      if (isWaiting(header)) {
        waiting.set(header.inode, [...(waiting.get(header.inode) ?? []), header]);
        continue;
      }
      yield* emit(reader, header);
      const others = isShared(header) ? (waiting.get(header.inode) ?? []) : [];
      waiting.delete(header.inode);
      for (const other of others) yield hardLink(other, header.path);
    }
    // A file without content stays empty under all of its names.
    for (const header of [...waiting.values()].flat()) yield { ...entryOf(header), content: noContent() };
  } finally {
    await reader.leave();
  }
}

async function* emit(reader: PieceReader, header: Header): AsyncGenerator<ArchiveEntry> {
  const entry = entryOf(header);
  let left = header.sizeBytes;
  if (entry.kind === 'link') {
    const target = (await reader.take(header.sizeBytes)).toString('utf8');
    left = 0;
    yield { ...entry, target, content: noContent() };
  } else {
    const content = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of reader.stream(header.sizeBytes)) {
        left -= piece.length;
        yield piece;
      }
    };
    yield { ...entry, content: content() };
  }
  await reader.skip(left + padding(header.sizeBytes));
}

async function readHeader(reader: PieceReader, { pathBytes }: CpioLimits): Promise<Header> {
  const text = (await reader.take(headerBytes)).toString('latin1');
  const magic = text.slice(0, 6);
  if (magic === magicOfLargeFiles) throw new ArchiveProblem('it holds a file of 4 GiB or more');
  if (!magics.includes(magic) || !/^[0-9a-f]+$/i.test(text))
    throw new ArchiveProblem('its payload is not a cpio archive');
  const field = (index: number): number => Number.parseInt(text.slice(6 + index * 8, 14 + index * 8), 16);
  const nameBytes = field(11);
  if (nameBytes < 1 || nameBytes > pathBytes) throw new ArchiveProblem('a path is too long');
  const mode = field(1);
  const sizeBytes = field(6);
  if ((mode & fileType.mask) === fileType.link && sizeBytes > pathBytes)
    throw new ArchiveProblem('a link leads to a path that is too long');
  const path = (await reader.take(nameBytes)).subarray(0, -1).toString('utf8');
  await reader.skip(padding(headerBytes + nameBytes));
  // The same number may be given on another device.
  const inode = [field(0), field(7), field(8)].join(' ');
  return { inode, mode, names: field(4), sizeBytes, path };
}

function isShared({ mode, names }: Header): boolean {
  return (mode & fileType.mask) === fileType.file && names > 1;
}

/** A name of a file whose content comes later, if it has any. */
function isWaiting(header: Header): boolean {
  return isShared(header) && header.sizeBytes === 0;
}

function hardLink(header: Header, target: string): ArchiveEntry {
  return { ...entryOf(header), kind: 'hard-link', target, content: noContent() };
}

function entryOf({ path, mode, sizeBytes }: Header): Omit<ArchiveEntry, 'content'> {
  return { path, kind: kindOf(mode), isExecutable: (mode & 0o111) !== 0, sizeBytes, target: '' };
}

function kindOf(mode: number): ArchiveEntry['kind'] {
  switch (mode & fileType.mask) {
    case fileType.file:
      return 'file';
    case fileType.directory:
      return 'directory';
    case fileType.link:
      return 'link';
    default:
      return 'other';
  }
}

/** Everything is aligned to four bytes. */
function padding(length: number): number {
  return (4 - (length % 4)) % 4;
}
