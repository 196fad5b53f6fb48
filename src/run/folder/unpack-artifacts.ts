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
  /** Aborts, with a text for a reason, when no more is coming. */
  readonly signal: AbortSignal;
  /** Told how many bytes the archive has by now; false: it gets no more. */
  readonly mayGoOn: (fedBytes: number) => boolean;
}

/**
 * Feeds an archive from a channel until the end mark, which the archive never sees, no faster than it is unpacked.
 * An archive that has failed gets no more, but the channel is read on to the mark: the sender must not be stuck.
 * Settles with what went wrong, if anything did.
 */
export function feedArchive(
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
    // Whoever iterates over the archive learns of its errors; here they only end the feeding.
    archive.on('error', readOn).on('close', readOn).on('drain', readOn);
    source.on('data', onData).on('end', onClose).on('close', onClose);
    signal.addEventListener('abort', onAbort, { once: true });
    if (source.destroyed || source.readableEnded) onClose();
  });
}

export interface Unpacking {
  /** Bytes that the sender puts after the archive, on a channel that stays open. */
  readonly endMark: Buffer;
  /** Directory whose `artifacts/` is filled. */
  readonly folder: string;
  readonly limits: CopyLimits;
  /** Aborts, with a text for a reason, when no more is coming. */
  readonly signal: AbortSignal;
}

/**
 * Unpacks what an untrusted guest sends until the end mark: regular files and directories under `artifacts/` only.
 * Returns what was left out, and why; nothing that a guest sends, or stops sending, is an error.
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
  // The sender's own trouble explains what is wrong with the archive, and that what is wrong with an entry.
  const reason = (await fed) ?? broken[0]?.message;
  return reason === undefined ? target.leftOut : [...target.leftOut, `the rest: ${reason}`];
}

interface Target {
  readonly folder: string;
  readonly limits: CopyLimits;
  readonly leftOut: string[];
  readonly taken: { files: number; bytes: number };
  /** What headers so far say that their entries have: the rest of an archive are headers. */
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

/** Looks at no more of a name than a name may have: it can be as long as the archive. */
function whyNoPath(name: string): string | undefined {
  const { pathBytes, depth } = bounds.artifacts;
  if (name.length > pathBytes || Buffer.byteLength(name) > pathBytes)
    return `its path has more than ${pathBytes} bytes`;
  const path = normalize(name);
  if (!path.startsWith('artifacts/') || path.includes('\0')) return 'outside of artifacts';
  if (path.includes('\ufffd')) return 'its name is not UTF-8';
  return path.split('/').length > depth + 1 ? `deeper than ${depth} directories` : undefined;
}

const shownChars = 400;

function shown(name: string): string {
  return name.length <= shownChars ? name : `${name.slice(0, shownChars - 1)}…`;
}

/** A name can be too long, taken already, or below one that is a file. */
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

/** All of it or nothing: half a file would be taken for what the test wrote. */
async function writeWhole(
  entry: AsyncIterable<unknown>,
  { path, file }: { readonly path: string; readonly file: Writable },
): Promise<void> {
  try {
    // As an iterable: as a stream, an entry that is destroyed already would never be noticed to be.
    await pipeline(Readable.from(entry), file);
  } catch (error) {
    removeTree(path);
    throw error;
  }
}
