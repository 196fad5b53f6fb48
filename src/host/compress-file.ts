import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/**
 * Replaces a file by its compressed self and returns that one's path: `.zst` where Node has it (22.15), else `.gz`. All of
 * it or nothing: where it cannot be done, neither is there. @throws SystemError; the signal's reason when it aborts.
 */
export async function compressFile(path: string, signal?: AbortSignal): Promise<string> {
  const { createZstdCompress } = zlib as { createZstdCompress?: () => Transform };
  const [extension, compressor] = createZstdCompress === undefined ? ['gz', zlib.createGzip({ level: 1 })] : ['zst', createZstdCompress()];
  const compressed = `${path}.${extension}`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(compressed, { flags: 'wx', mode: 0o644 }), { signal });
    return compressed;
  } catch (error) {
    // A file that was there before is not ours to take away.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(compressed, { force: true });
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    rmSync(path, { force: true });
  }
}
