import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** SHA-256 of a file's content, in lower-case hexadecimal. */
export async function sha256OfFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1024 * 1024 }), hash, { signal });
  return hash.digest('hex');
}

/** SHA-256 of bytes or of a text's UTF-8 form, in lower-case hexadecimal. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The digest and size of a directory tree. */
export interface TreeDigest {
  /** Covers paths, kinds, contents, link targets and executable bits, but not times and owners. */
  readonly sha256: string;
  /** The size of all files. */
  readonly bytes: number;
}

/** Reads the whole tree. Links are not followed. @throws Error for anything except files, directories and links */
export function digestTree(root: string): TreeDigest {
  const total = createHash('sha256');
  const buffer = Buffer.alloc(1024 * 1024);
  let bytes = 0;
  const visit = (relative: string): void => {
    const path = join(root, relative);
    const info = lstatSync(path);
    if (info.isDirectory()) {
      total.update(`directory ${JSON.stringify(relative)}\n`);
      for (const name of readdirSync(path).sort()) visit(join(relative, name));
    } else if (info.isSymbolicLink()) {
      total.update(`link ${JSON.stringify([relative, readlinkSync(path)])}\n`);
    } else if (info.isFile()) {
      const own = createHash('sha256');
      bytes += updateFrom(own, path, buffer);
      total.update(`file ${JSON.stringify([relative, (info.mode & 0o111) !== 0, own.digest('hex')])}\n`);
    } else {
      throw new Error(`${path} is neither a file nor a directory nor a link`);
    }
  };
  visit('.');
  return { sha256: total.digest('hex'), bytes };
}

function updateFrom(hash: Hash, path: string, buffer: Buffer): number {
  const descriptor = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let length = readSync(descriptor, buffer); length > 0; length = readSync(descriptor, buffer)) {
      hash.update(buffer.subarray(0, length));
      bytes += length;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
