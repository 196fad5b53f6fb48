import { once } from 'node:events';
import { dirname, join, normalize } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Extract, extract, type Header } from 'tar-stream';
import { bounds } from '../../bounds/bounds.ts';
import { writeNewFile } from '../../host/files/byte-streams.ts';
import type { CopyLimits } from '../../host/files/copy-tree.ts';
import { makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { isSystemError } from '../../host/system-error.ts';

export interface Feeding {
  readonly endMark: Buffer;
  /** Aborts, with a text as reason, when no more data will come. */
  readonly signal: AbortSignal;
  /** Gets the size of the archive so far; false: stop feeding it. */
  readonly mayGoOn: (fedBytes: number) => boolean;
}

/**
 * Feeds an archive from a channel until the end mark, at the speed of unpacking. The archive does not see the mark. If
 * it fails, the channel is still read up to the mark, because the sender must not block. Resolves with the problem, if
 * there was one.
 */
function feedArchive(
  source: Readable,
  archive: Extract,
  { endMark, signal, mayGoOn }: Feeding,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    let held: Buffer = Buffer.alloc(0);
    let fedBytes = 0;
    const feed = (bytes: Buffer): void => {
      if (archive.destroyed) return;
      fedBytes += bytes.length;
      if (!mayGoOn(fedBytes)) archive.destroy(new Error('more headers than any archive has'));
      else if (!archive.write(bytes)) source.pause();
    };
    const onData = (chunk: Buffer): void => {
      const bytes = Buffer.concat([held, chunk]);
      const end = bytes.indexOf(endMark);
      const cut = end === -1 ? Math.max(0, bytes.length - endMark.length + 1) : end;
      held = bytes.subarray(cut);
      feed(bytes.subarray(0, cut));
      if (end !== -1) finish(undefined);
    };
    const readOn = (): void => void source.resume();
    const onClose = (): void => finish('the files port closed before the artifacts were complete');
    const onAbort = (): void => finish(String(signal.reason));
    const finish = (reason: string | undefined): void => {
      source.off('data', onData).off('end', onClose).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (!archive.destroyed) archive.end(null);
      readOn();
      resolve(reason);
    };
    // The consumer of the archive handles its errors; here they only end the feeding.
    archive.on('error', readOn).on('close', readOn).on('drain', readOn);
    source.on('data', onData).on('end', onClose).on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (source.destroyed || source.readableEnded) onClose();
  });
}

export interface Unpacking {
  /** The bytes after the archive, on a channel that stays open. */
  readonly endMark: Buffer;
  /** The directory for `artifacts/`. */
  readonly folder: string;
  readonly limits: CopyLimits;
  /** Aborts, with a text as reason, when no more data will come. */
  readonly signal: AbortSignal;
}

/**
 * Unpacks an untrusted guest's archive up to the end mark: only regular files and directories under `artifacts/`.
 * Returns what was left out, and why. Nothing that a guest sends, or fails to send, is an exception.
 */
export async function unpackArtifacts(
  source: Readable,
  { endMark, folder, limits, signal }: Unpacking,
): Promise<readonly string[]> {
  const archive = extract();
  const target: Target = { folder, limits, leftOut: [], taken: { files: 0, bytes: 0 }, claimedBytes: 0 };
  const fed = feedArchive(source, archive, {
    endMark,
    signal,
    mayGoOn: (fedBytes) => fedBytes - target.claimedBytes <= bounds.artifacts.headerBytes,
  });
  const broken: Error[] = [];
  archive.on('error', (error) => broken.push(error));
  await unpackEntries(archive, target).catch((error: unknown) =>
    broken.push(error instanceof Error ? error : new Error(String(error))),
  );
  // A problem of the sender explains one of the archive, which in turn explains one of an entry.
  const reason = (await fed) ?? broken[0]?.message;
  return reason === undefined ? target.leftOut : [...target.leftOut, `the rest: ${reason}`];
}

interface Target {
  readonly folder: string;
  readonly limits: CopyLimits;
  readonly leftOut: string[];
  readonly taken: { files: number; bytes: number };
  /** The sum of the sizes in the headers so far. The rest of an archive is headers. */
  claimedBytes: number;
}

async function unpackEntries(archive: Extract, target: Target): Promise<void> {
  let entries = 0;
  for await (const entry of archive) {
    const { header } = entry;
    if (++entries > bounds.artifacts.entries) throw new Error(`more than ${bounds.artifacts.entries} entries`);
    target.claimedBytes += header.size;
    const place = await openPlace(placeFor(header, target), target.folder);
    if (place.kind === 'open') {
      target.taken.files++;
      target.taken.bytes += header.size;
      await writeWhole(entry, place);
    } else {
      if (place.kind === 'leave' && target.leftOut.length < bounds.artifacts.complaints)
        target.leftOut.push(`${shown(header.name)}: ${place.reason}`);
      entry.resume();
    }
  }
}

type Refusal = { readonly kind: 'leave'; readonly reason: string } | { readonly kind: 'pass' };
type Place = { readonly kind: 'take'; readonly path: string } | Refusal;
type OpenPlace = { readonly kind: 'open'; readonly path: string; readonly file: Writable } | Refusal;

function placeFor({ name, type, size }: Header, { limits, taken }: Target): Place {
  if (type === 'directory') return { kind: 'pass' };
  if (type !== 'file' && type !== 'contiguous-file') return { kind: 'leave', reason: 'not a regular file' };
  const reason = whyNoPath(name);
  if (reason !== undefined) return { kind: 'leave', reason };
  if (taken.files >= limits.files) return { kind: 'leave', reason: 'too many files' };
  if (size > limits.bytes - taken.bytes)
    return { kind: 'leave', reason: `${size} bytes, more than what is left of the limit` };
  return { kind: 'take', path: normalize(name) };
}

/** Looks only at the longest allowed prefix of a name, because a name can be as long as the archive. */
function whyNoPath(name: string): string | undefined {
  const { pathBytes, depth } = bounds.artifacts;
  if (name.length > pathBytes || Buffer.byteLength(name) > pathBytes)
    return `its path has more than ${pathBytes} bytes`;
  const path = normalize(name);
  if (!path.startsWith('artifacts/') || path.includes('\0')) return 'outside artifacts';
  if (path.includes('\ufffd')) return 'its name is not UTF-8';
  return path.split('/').length > depth + 1 ? `deeper than ${depth} directories` : undefined;
}

const shownChars = 400;

function shown(name: string): string {
  return name.length <= shownChars ? name : `${name.slice(0, shownChars - 1)}…`;
}

/** A name can be too long, already used, or below a file. */
async function openPlace(place: Place, folder: string): Promise<OpenPlace> {
  if (place.kind !== 'take') return place;
  const path = join(folder, place.path);
  try {
    makeDirectory(dirname(path));
    const file = writeNewFile(path);
    await once(file, 'open');
    return { kind: 'open', path, file };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: 'leave', reason: error.code };
  }
}

/** All or nothing: half a file would be mistaken for the test's output. */
async function writeWhole(
  entry: AsyncIterable<unknown>,
  { path, file }: { readonly path: string; readonly file: Writable },
): Promise<void> {
  try {
    // Used as an iterable: a stream would not notice that an entry is already destroyed.
    await pipeline(Readable.from(entry), file);
  } catch (error) {
    removeTree(path);
    throw error;
  }
}
