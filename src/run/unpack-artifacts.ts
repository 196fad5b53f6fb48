import { once } from 'node:events';
import { dirname, join, normalize } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract, type Extract, type Header } from 'tar-stream';
import { writeNewFile } from '../host/byte-streams.ts';
import type { CopyLimits } from '../host/copy-tree.ts';
import { makeDirectory } from '../host/directories.ts';
import { removeTree } from '../host/scratch-directory.ts';
import { isSystemError } from '../host/system-error.ts';
import { feedArchive } from './feed-archive.ts';

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
export async function unpackArtifacts(source: Readable, { endMark, folder, limits, signal }: Unpacking): Promise<readonly string[]> {
  const archive = extract();
  const leftOut: string[] = [];
  const fed = feedArchive(source, archive, { endMark, signal });
  const broken: Error[] = [];
  archive.on('error', (error) => broken.push(error));
  await unpackEntries(archive, { folder, limits, leftOut }).catch((error: unknown) => broken.push(error instanceof Error ? error : new Error(String(error))));
  // The sender's own trouble explains what is wrong with the archive, and that what is wrong with an entry.
  const reason = (await fed) ?? broken[0]?.message;
  return reason === undefined ? leftOut : [...leftOut, `the rest: ${reason}`];
}

const maxComplaints = 100;

interface Target {
  readonly folder: string;
  readonly limits: CopyLimits;
  readonly leftOut: string[];
}

async function unpackEntries(archive: Extract, { folder, limits, leftOut }: Target): Promise<void> {
  let files = 0;
  let bytes = 0;
  for await (const entry of archive) {
    const { header } = entry;
    const place = await openPlace(placeFor(header, { files: limits.files - files, bytes: limits.bytes - bytes }), folder);
    if (place.kind === 'open') {
      files++;
      bytes += header.size;
      await writeWhole(entry, place);
    } else {
      if (place.kind === 'leave' && leftOut.length < maxComplaints) leftOut.push(`${header.name}: ${place.reason}`);
      entry.resume();
    }
  }
}

type Refusal = { readonly kind: 'leave'; readonly reason: string } | { readonly kind: 'pass' };
type Place = { readonly kind: 'take'; readonly path: string } | Refusal;
type OpenPlace = { readonly kind: 'open'; readonly path: string; readonly file: Writable } | Refusal;

function placeFor({ name, type, size }: Header, left: CopyLimits): Place {
  if (type === 'directory') return { kind: 'pass' };
  if (type !== 'file' && type !== 'contiguous-file') return { kind: 'leave', reason: 'not a regular file' };
  const path = normalize(name);
  if (!path.startsWith('artifacts/') || path.includes('\0')) return { kind: 'leave', reason: 'outside of artifacts' };
  if (left.files === 0) return { kind: 'leave', reason: 'too many files' };
  if (size > left.bytes) return { kind: 'leave', reason: `${size} bytes, more than what is left of the limit` };
  return { kind: 'take', path };
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
async function writeWhole(entry: AsyncIterable<unknown>, { path, file }: { readonly path: string; readonly file: Writable }): Promise<void> {
  try {
    // As an iterable: as a stream, an entry that is destroyed already would never be noticed to be.
    await pipeline(Readable.from(entry), file);
  } catch (error) {
    removeTree(path);
    throw error;
  }
}
