import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyDirectory } from '../../../src/host/files/empty-directory.ts';
import { makeDeepDirectories } from '../deep-directories.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('emptyDirectory', () => {
  it('removes all and leaves the directory itself', async () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'a/b/c/d'), { recursive: true });
    writeFileSync(join(root, 'a/b/file'), 'x');
    symlinkSync('/etc', join(root, 'a/link'));
    expect(await emptyDirectory(root, 20_000)).toBeUndefined();
    expect(readdirSync(root)).toEqual([]);
  });

  it('removes what a guest made hard to remove', async () => {
    const root = temporaryDirectory();
    makeDeepDirectories(join(root, 'deep'), 'd'.repeat(200), 60);
    writeFileSync(Buffer.from(`${root}/\xff\xfe`, 'latin1'), '');
    mkdirSync(join(root, 'locked/below/below'), { recursive: true });
    for (const path of ['locked/below/below', 'locked/below', 'locked']) chmodSync(join(root, path), 0);
    expect(await emptyDirectory(root, 20_000)).toBeUndefined();
    expect(readdirSync(root)).toEqual([]);
  });

  it('has nothing to do where there is no directory', async () => {
    expect(await emptyDirectory(join(temporaryDirectory(), 'nothing'), 1000)).toBeUndefined();
  });

  it('reports what is left when its time is over', async () => {
    const root = temporaryDirectory();
    writeFileSync(join(root, 'file'), '');
    expect(await emptyDirectory(root, -1000)).toBe('it was still not empty after -1 s');
    expect(readdirSync(root)).toEqual(['file']);
  });

  it('leaves others their turns, however many entries there are', async () => {
    const root = temporaryDirectory();
    for (let index = 0; index < 2000; index++) writeFileSync(join(root, String(index)), '');
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    expect(await emptyDirectory(root, 60_000)).toBeUndefined();
    clearInterval(ticking);
    expect(readdirSync(root)).toEqual([]);
    expect(turns).toBeGreaterThan(10);
  });
});
