import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { diskUse } from '../../../src/host/files/disk-use.ts';
import { makeDeepDirectories } from '../deep-directories.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const limits = { entries: 1000, depth: 20, timeMs: 20_000 };

describe('diskUse', () => {
  it('counts the space of a directory with everything below it', async () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'a/b'), { recursive: true });
    writeFileSync(join(root, 'a/b/file'), Buffer.alloc(100_000, 'x'));
    const { bytes, entries, unseen } = await diskUse(root, limits);
    expect([entries, unseen]).toEqual([4, undefined]);
    expect(bytes).toBeGreaterThanOrEqual(100_000);
  });

  it('counts nothing where nothing is', async () => {
    expect(await diskUse(join(temporaryDirectory(), 'nothing'), limits)).toEqual({
      bytes: 0,
      entries: 0,
      unseen: undefined,
    });
  });

  it('counts a file whose name is no UTF-8', async () => {
    const root = temporaryDirectory();
    writeFileSync(Buffer.from(`${root}/\xff`, 'latin1'), Buffer.alloc(100_000, 'x'));
    expect(await diskUse(root, limits)).toMatchObject({ entries: 2, unseen: undefined });
    expect((await diskUse(root, limits)).bytes).toBeGreaterThanOrEqual(100_000);
  });

  it('says when there is more than it may look at: too many, too deep, deeper than any path', async () => {
    const root = temporaryDirectory();
    for (let index = 0; index < 30; index++) writeFileSync(join(root, String(index)), '');
    expect(await diskUse(root, { ...limits, entries: 10 })).toMatchObject({ entries: 10, unseen: 'too many entries' });
    makeDeepDirectories(join(root, 'deep'), 'd', 30);
    expect(await diskUse(root, limits)).toMatchObject({ unseen: 'too deep' });
    makeDeepDirectories(join(root, 'long'), 'd'.repeat(250), 18);
    expect(await diskUse(join(root, 'long'), limits)).toMatchObject({ unseen: 'too deep' });
  });

  it('ends when its time is over, and when it is no longer wanted', async () => {
    const root = temporaryDirectory();
    expect(await diskUse(root, { ...limits, timeMs: -1 })).toMatchObject({ entries: 0, unseen: 'out of time' });
    expect(await diskUse(root, limits, () => false)).toEqual({ bytes: 0, entries: 0, unseen: undefined });
  });

  it('does not mind a directory that becomes a file while it looks', async () => {
    const root = temporaryDirectory();
    const script =
      "const fs = require('node:fs'); for (;;) { fs.mkdirSync('x/y', { recursive: true }); fs.rmSync('x', { " +
      "recursive: true }); fs.writeFileSync('x', ''); fs.rmSync('x'); }";
    const swapper = spawn(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore' });
    onTestFinished(() => void swapper.kill('SIGKILL'));
    for (const started = performance.now(); performance.now() - started < 1500; )
      expect((await diskUse(root, limits)).unseen).toBeUndefined();
  });

  it('leaves others their turns', async () => {
    const root = temporaryDirectory();
    for (let index = 0; index < 2000; index++) writeFileSync(join(root, String(index)), '');
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    await diskUse(root, { ...limits, entries: 10_000 });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(10);
  });
});
