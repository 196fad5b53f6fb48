import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { type ArchiveEntry, ArchiveProblem } from './archive-entry.ts';

/** Limits of what lies between two files: headers, long names, extended attributes. */
export interface TarLimits {
  readonly headerBytes: number;
  readonly entries: number;
}

/**
 * The library's words for an archive that ends within a block. Some programs that make layers leave out the padding
 * behind the last file, and container engines do not mind.
 */
const cutShort = 'Unexpected end of data';

/**
 * The members of a tar archive, as in Debian packages and in the layers of images. @throws ArchiveProblem @throws
 * whatever the source throws
 */
export async function* tarEntries(bytes: AsyncIterable<Uint8Array>, limits: TarLimits): AsyncGenerator<ArchiveEntry> {
  const archive = extract();
  const place = { fed: 0, contentEnd: 0 };
  let broken: Error | undefined;
  const source = Readable.from(limited(bytes, place, limits)).on('error', (error) => {
    broken = error;
  });
  // Its error is thrown by the loop below.
  const fed = pipeline(source, archive).catch(() => undefined);
  const explained = (error: unknown): Error =>
    broken ??
    (error instanceof ArchiveProblem ? error : new ArchiveProblem(`it is not a tar archive (${messageOf(error)})`));
  let entries = 0;
  let isWhole = true;
  try {
    for await (const entry of archive) {
      if (++entries > limits.entries) throw new ArchiveProblem(`it has more than ${limits.entries} entries`);
      const { header } = entry;
      // What has arrived may be a little ahead of the archive's reader, so this is never too strict.
      place.contentEnd = place.fed + header.size;
      isWhole = false;
      entry.on('end', () => {
        isWhole = true;
      });
      yield { ...entryOf(header), content: contentOf(entry as AsyncIterable<Uint8Array>, explained) };
      entry.resume();
    }
  } catch (error) {
    if (broken === undefined && isWhole && messageOf(error) === cutShort) return;
    throw explained(error);
  } finally {
    source.destroy();
    archive.destroy();
    await fed;
  }
}

/** A source that fails does so in the middle of a file, too. */
async function* contentOf(
  entry: AsyncIterable<Uint8Array>,
  explained: (error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  try {
    yield* entry;
  } catch (error) {
    throw explained(error);
  }
}

interface Place {
  fed: number;
  contentEnd: number;
}

/** The reader collects names and attributes in memory, so there must not be too much of them. */
async function* limited(
  bytes: AsyncIterable<Uint8Array>,
  place: Place,
  { headerBytes }: TarLimits,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    place.fed += piece.length;
    if (place.fed - place.contentEnd > headerBytes) throw new ArchiveProblem('its headers are too long');
    yield piece;
  }
}

function entryOf({ name, type, mode, size, linkname }: Header): Omit<ArchiveEntry, 'content'> {
  return {
    path: textOf(name),
    kind: kindOf(type),
    isExecutable: (mode & 0o111) !== 0,
    sizeBytes: size,
    target: textOf(linkname),
  };
}

/** The library's types promise a text where a damaged header has none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const kinds: ReadonlyMap<unknown, ArchiveEntry['kind']> = new Map<unknown, ArchiveEntry['kind']>([
  ['file', 'file'],
  ['contiguous-file', 'file'],
  ['directory', 'directory'],
  ['symlink', 'link'],
  ['link', 'hard-link'],
]);

/** Devices and pipes; at run time the type is empty for everything that the library does not know. */
function kindOf(type: Header['type']): ArchiveEntry['kind'] {
  return kinds.get(type) ?? 'other';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
