import { createReadStream, createWriteStream, lstatSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** A file's bytes. */
export function readBytes(path: string): Readable {
  return createReadStream(path);
}

/** A new file; fails when something is there already, so that no link is ever followed. */
export function writeNewFile(path: string): Writable {
  return createWriteStream(path, { flags: 'wx', mode: 0o644 });
}

/** What stands at a path, not following a link. */
export function describeFile(path: string): {
  readonly kind: 'directory' | 'file' | 'other';
  readonly size: number;
  readonly mode: number;
} {
  const info = lstatSync(path);
  return {
    kind: info.isDirectory() ? 'directory' : info.isFile() ? 'file' : 'other',
    size: info.size,
    mode: info.mode & 0o777,
  };
}
