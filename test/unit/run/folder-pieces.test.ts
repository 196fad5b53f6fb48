import { mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFolder } from '../../../src/run/folder/folder-pieces.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('packFolder', () => {
  it('tells mode, size and path of a file before its bytes, and directories before what is in them', async () => {
    const folder = temporaryDirectory();
    mkdirSync(join(folder, 'data/deep'), { recursive: true });
    writeFileSync(join(folder, 'data/deep/fw.bin'), Buffer.from([0, 1, 255]), { mode: 0o644 });
    writeFileSync(join(folder, 'empty'), '', { mode: 0o600 });
    writeFileSync(join(folder, 'run'), '#!/bin/sh\n', { mode: 0o755 });
    expect(await bytesOf(folder)).toEqual(
      Buffer.from(
        [
          ['directory data', 'directory data/deep', '420 3 data/deep/fw.bin', '\x00\x01\xff384 0 empty'],
          ['493 10 run', '#!/bin/sh\n'],
        ]
          .flat()
          .join('\0'),
        'latin1',
      ),
    );
  });

  it('leaves out the directories that every folder has, but not what is in them', async () => {
    const folder = temporaryDirectory();
    for (const part of ['artifacts', 'logs', 'modules', 'lib/modules'])
      mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, 'modules/edu.ko'), '', { mode: 0o644 });
    expect((await bytesOf(folder)).toString().split('\0')).toEqual([
      'directory lib',
      'directory lib/modules',
      '420 0 modules/edu.ko',
      '',
    ]);
  });

  it('passes over what is neither a file nor a directory', async () => {
    const folder = temporaryDirectory();
    symlinkSync('/etc/passwd', join(folder, 'link'));
    expect(packFolder(folder).bytes).toBe(0);
    expect(await bytesOf(folder)).toEqual(Buffer.alloc(0));
  });

  it('reads large files in pieces, and says before how many bytes there are in all', async () => {
    const folder = temporaryDirectory();
    for (const name of ['a', 'b']) writeFileSync(join(folder, name), Buffer.alloc(1_000_000, name));
    const { bytes, pieces } = packFolder(folder);
    const read = await all(pieces());
    expect(Math.max(...read.map(({ length }) => length))).toBeLessThan(200_000);
    const whole = Buffer.concat(read);
    expect(whole.length).toBe(bytes);
    expect(whole.subarray(-1_000_000).equals(Buffer.alloc(1_000_000, 'b'))).toBe(true);
  });

  it('fails as the file system does', async () => {
    const folder = temporaryDirectory();
    writeFileSync(join(folder, 'run'), 'exit 0\n');
    const { pieces } = packFolder(folder);
    unlinkSync(join(folder, 'run'));
    await expect(all(pieces())).rejects.toThrow(/^ENOENT/);
    expect(() => packFolder('/nowhere')).toThrow(/^ENOENT/);
  });
});

async function bytesOf(folder: string): Promise<Buffer> {
  return Buffer.concat(await all(packFolder(folder).pieces()));
}

async function all(pieces: AsyncIterable<Buffer>): Promise<readonly Buffer[]> {
  const read: Buffer[] = [];
  for await (const piece of pieces) read.push(piece);
  return read;
}
