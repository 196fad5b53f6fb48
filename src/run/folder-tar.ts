import { dirname, join, normalize } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Extract, Header, Pack } from 'tar-stream';
import { describeFile, readBytes, writeNewFile } from '../host/byte-streams.ts';
import type { CopyLimits } from '../host/copy-tree.ts';
import { listDirectory, makeDirectory } from '../host/directories.ts';

/** Writes a folder as a tar file and returns its size in bytes. */
export async function packFolder(folder: string, archivePath: string): Promise<number> {
  const { pack } = await import('tar-stream');
  const archive = pack();
  const written = pipeline(archive, writeNewFile(archivePath));
  await addEntries(archive, folder, '');
  archive.finalize();
  await written;
  return describeFile(archivePath).size;
}

async function addEntries(archive: Pack, folder: string, relative: string): Promise<void> {
  for (const name of listDirectory(join(folder, relative))) {
    const path = join(relative, name);
    const { kind, size, mode } = describeFile(join(folder, path));
    if (kind === 'directory') {
      archive.entry({ name: `${path}/`, type: 'directory', mode });
      await addEntries(archive, folder, path);
    } else if (kind === 'file') {
      await pipeline(readBytes(join(folder, path)), archive.entry({ name: path, size, mode }));
    }
  }
}

export interface Unpacking {
  /** Bytes that the sender puts after the archive, on a channel that stays open. */
  readonly endMark: Buffer;
  /** Directory whose `artifacts/` is filled. */
  readonly folder: string;
  readonly limits: CopyLimits;
}

/**
 * Unpacks what an untrusted guest sends until the end mark: regular files and directories under `artifacts/` only.
 * Returns what was left out, and why.
 */
export async function unpackArtifacts(source: Readable, { endMark, folder, limits }: Unpacking): Promise<readonly string[]> {
  const { extract } = await import('tar-stream');
  const leftOut: string[] = [];
  const archive = extract();
  const unpacked = unpackEntries(archive, { folder, limits, leftOut });
  await feedUntil(source, endMark, archive);
  await unpacked;
  return leftOut;
}

/** Holds back as many bytes as the mark has, so that the archive never sees any of it. */
function feedUntil(source: Readable, endMark: Buffer, archive: Extract): Promise<void> {
  return new Promise((resolve, reject) => {
    let held: Buffer = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      const bytes = Buffer.concat([held, chunk]);
      const ended = bytes.subarray(-endMark.length).equals(endMark);
      const cut = bytes.length - Math.min(bytes.length, endMark.length);
      archive.write(bytes.subarray(0, cut));
      held = bytes.subarray(cut);
      if (ended) finish(resolve);
    };
    const onClose = (): void => finish(() => reject(new Error('the files port closed before the artifacts were complete')));
    const finish = (settle: () => void): void => {
      source.off('data', onData).off('close', onClose);
      archive.end(null);
      settle();
    };
    archive.on('error', (error: Error) => finish(() => reject(error)));
    source.on('data', onData).on('close', onClose);
  });
}

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
    const place = placeFor(header, { files: limits.files - files, bytes: limits.bytes - bytes });
    if (place.kind === 'take') {
      files++;
      bytes += header.size;
      makeDirectory(dirname(join(folder, place.path)));
      await pipeline(entry, writeNewFile(join(folder, place.path)));
    } else {
      if (place.kind === 'leave' && leftOut.length < maxComplaints) leftOut.push(`${header.name}: ${place.reason}`);
      entry.resume();
    }
  }
}

const maxComplaints = 100;

type Place = { readonly kind: 'take'; readonly path: string } | { readonly kind: 'leave'; readonly reason: string } | { readonly kind: 'pass' };

function placeFor({ name, type, size }: Header, left: CopyLimits): Place {
  if (type === 'directory') return { kind: 'pass' };
  if (type !== 'file' && type !== 'contiguous-file') return { kind: 'leave', reason: 'not a regular file' };
  const path = normalize(name);
  if (!path.startsWith('artifacts/') || path.includes('\0')) return { kind: 'leave', reason: 'outside of artifacts' };
  if (left.files === 0) return { kind: 'leave', reason: 'too many files' };
  if (size > left.bytes) return { kind: 'leave', reason: `${size} bytes, more than what is left of the limit` };
  return { kind: 'take', path };
}
