import { createReadStream, createWriteStream, renameSync, rmSync } from 'node:fs';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/**
 * Replaces a file by its compressed self and returns that one's path: `.zst` where Node has it (22.15), else `.gz`. All
 * of it or nothing: where it cannot be done, neither is there, also after a kill.
 * @throws SystemError; the signal's reason when it aborts
 */
export async function compressFile(path: string, signal?: AbortSignal): Promise<string> {
  const { createZstdCompress } = zlib as { createZstdCompress?: () => Transform };
  const [extension, compressor] =
    createZstdCompress === undefined ? ['gz', zlib.createGzip({ level: 1 })] : ['zst', createZstdCompress()];
  const compressed = `${path}.${extension}`;
  const part = `${compressed}.part`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(part, { mode: 0o644 }), { signal });
    renameSync(part, compressed);
    return compressed;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    for (const left of [path, part]) rmSync(left, { force: true });
  }
}
