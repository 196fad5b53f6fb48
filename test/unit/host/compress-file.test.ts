import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compressFile } from '../../../src/host/files/compress-file.ts';
import { mountSmallDisk, smallDisks } from '../small-disk.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('a file that is compressed', () => {
  it('is replaced by the whole of it', async () => {
    const directory = temporaryDirectory();
    writeFileSync(join(directory, 'dump'), Buffer.alloc(1024 * 1024));
    const compressed = await compressFile(join(directory, 'dump'));
    expect(readdirSync(directory).map((name) => join(directory, name))).toEqual([compressed]);
  });

  it.skipIf(!smallDisks.possible)(`leaves no part where the disk is full (${smallDisks.reason})`, async () => {
    const directory = join(temporaryDirectory(), 'disk');
    mountSmallDisk(directory, 512);
    // Noise, which nothing makes smaller.
    writeFileSync(
      join(directory, 'dump'),
      Buffer.from(Array.from({ length: 300 * 1024 }, () => Math.floor(Math.random() * 256))),
    );
    await expect(compressFile(join(directory, 'dump'))).rejects.toThrow('ENOSPC');
    expect(readdirSync(directory)).toEqual([]);
  });
});
