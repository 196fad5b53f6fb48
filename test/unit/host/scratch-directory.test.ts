import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createScratchDirectory, removeTree } from '../../../src/host/files/scratch-directory.ts';
import { bundleModule } from '../bundled-module.ts';
import { makeDeepDirectories } from '../deep-directories.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

describe('createScratchDirectory', () => {
  it('is private and gone when it is disposed of', () => {
    let path: string;
    {
      using scratch = createScratchDirectory();
      path = scratch.path;
      writeFileSync(join(path, 'file'), 'x');
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
    expect(existsSync(path)).toBe(false);
  });

  it.each(['process.exit(3)', "throw new Error('our own bug')"])(
    'is gone when the process ends in the middle of things: %s',
    (end) => {
      const module = bundleModule('host/files/scratch-directory.ts', temporaryDirectory());
      const parent = temporaryDirectory();
      const script = `import { createScratchDirectory } from ${JSON.stringify(module)};
      import { writeFileSync, readdirSync } from 'node:fs';
      const all = [createScratchDirectory(), createScratchDirectory()];
      for (const { path } of all) writeFileSync(path + '/file', '');
      console.log(readdirSync(${JSON.stringify(parent)}).length); ${end}`;
      const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { TMPDIR: parent },
        encoding: 'utf8',
      });
      expect([ended.stdout, readdirSync(parent)]).toEqual(['2\n', []]);
    },
  );
});

describe('removeTree', () => {
  it('removes files, trees and links, but not the targets of links', () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'tree/below'), { recursive: true });
    mkdirSync(join(root, 'kept'));
    writeFileSync(join(root, 'kept/file'), 'x');
    symlinkSync('../../kept', join(root, 'tree/below/link'));
    symlinkSync('kept', join(root, 'link'));
    for (const name of ['tree', 'link', 'nothing']) removeTree(join(root, name));
    expect(readdirSync(root, { recursive: true })).toEqual(['kept', 'kept/file']);
  });

  it.skipIf(process.getuid?.() === 0)('removes directories that their owner may not enter', () => {
    const root = temporaryDirectory();
    mkdirSync(join(root, 'tree/a/b'), { recursive: true });
    for (const path of ['tree/a/b', 'tree/a', 'tree']) chmodSync(join(root, path), 0);
    removeTree(join(root, 'tree'));
    expect(readdirSync(root)).toEqual([]);
  });

  it('removes a tree so deep that no path reaches its ground', () => {
    const root = temporaryDirectory();
    makeDeepDirectories(join(root, 'tree'), 'a'.repeat(250), 30);
    removeTree(join(root, 'tree'));
    expect(readdirSync(root)).toEqual([]);
  });

  it('removes files and directories whose names are no UTF-8', () => {
    const root = temporaryDirectory();
    const odd = Buffer.concat([Buffer.from(join(root, 'tree/')), Buffer.from([0xff, 0xfe])]);
    mkdirSync(join(root, 'tree'));
    mkdirSync(odd);
    writeFileSync(Buffer.concat([odd, Buffer.from([0x2f, 0xff])]), 'x');
    removeTree(join(root, 'tree'));
    expect(readdirSync(root)).toEqual([]);
  });
});
