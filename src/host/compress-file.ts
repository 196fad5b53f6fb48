import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as zlib from 'node:zlib';

/** Replaces a file by its compressed self and returns that one's path: `.zst` where Node has it (22.15), else `.gz`. */
export async function compressFile(path: string): Promise<string> {
  const { createZstdCompress } = zlib as { createZstdCompress?: () => Transform };
  const [extension, compressor] = createZstdCompress === undefined ? ['gz', zlib.createGzip({ level: 1 })] : ['zst', createZstdCompress()];
  const compressed = `${path}.${extension}`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(compressed, { flags: 'wx', mode: 0o644 }));
  } finally {
    rmSync(path, { force: true });
  }
  return compressed;
}
