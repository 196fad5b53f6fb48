import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { digestSources, findModuleSources, stageSources } from '../../../src/provision/modules/module-sources.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

const signal = new AbortController().signal;
let root: string;
beforeEach(() => {
  root = temporaryDirectory();
  mkdirSync(join(root, 'project/.git'), { recursive: true });
});

describe('the sources of modules', () => {
  it('are all files of their directories, told by paths from the top of the repository', () => {
    writeTree(root, {
      'project/src/driver/a.c': '',
      'project/src/driver/core/b.c': '',
      'project/src/driver/Makefile': '',
      'project/README': '',
    });
    expect(findModuleSources([join(root, 'project/src/driver')])).toEqual({
      root: join(root, 'project'),
      directories: ['src/driver'],
      files: ['src/driver/Makefile', 'src/driver/a.c', 'src/driver/core/b.c'],
    });
  });

  it('have paths relative to their common directory without a repository', () => {
    writeTree(root, { 'elsewhere/one/a.c': '', 'elsewhere/deep/two/b.c': '' });
    const { root: top, directories } = findModuleSources([
      join(root, 'elsewhere/one'),
      join(root, 'elsewhere/deep/two'),
    ]);
    expect([top, directories]).toEqual([join(root, 'elsewhere'), ['one', 'deep/two']]);
  });

  it('do not hold what the author’s own build left behind, but objects that are shipped as they are', () => {
    const products = [
      'a.o',
      '.a.o.cmd',
      'a.ko',
      'a.mod',
      'a.mod.c',
      '.a.ko.cmd',
      'Module.symvers',
      'modules.order',
      '.a.o.d',
    ];
    writeTree(root, Object.fromEntries(['a.c', 'blob.o', ...products].map((name) => [`project/driver/${name}`, ''])));
    expect(findModuleSources([join(root, 'project/driver')]).files).toEqual(['driver/a.c', 'driver/blob.o']);
  });

  it('do not hold the results of an earlier run', () => {
    writeTree(root, {
      'project/a.c': '',
      'project/tests/probe/run': '',
      'project/qdt-results/.qemu-driver-test': '',
      'project/qdt-results/results.json': '{}',
    });
    expect(findModuleSources([join(root, 'project')]).files).toEqual(
      ['a.c', 'tests/probe/run'].map((name) => join('project', name)),
    );
  });

  it('have another digest when a file changes, comes or is renamed', async () => {
    writeTree(root, { 'project/driver/a.c': 'one' });
    const digest = (): Promise<string> => digestSources(findModuleSources([join(root, 'project/driver')]), signal);
    const digests = [await digest()];
    expect(await digest()).toBe(digests[0]);
    for (const change of [
      { 'project/driver/a.c': 'two' },
      { 'project/driver/b.c': 'one' },
      { 'project/driver/c.c': 'one' },
    ]) {
      writeTree(root, change);
      digests.push(await digest());
    }
    expect(new Set(digests).size).toBe(digests.length);
  });
});

it('staged sources are copies, and what lies beside them and their parents is there as links', () => {
  writeTree(root, {
    'project/src/driver/a.c': 'code',
    'project/src/include/a.h': 'header',
    'project/config.mk': 'A := 1',
    'project/shared.c': 'shared',
  });
  symlinkSync('../../shared.c', join(root, 'project/src/driver/linked.c'));
  const tree = join(root, 'staging');
  stageSources(findModuleSources([join(root, 'project/src/driver')]), tree, false);
  expect(readFileSync(join(tree, 'src/driver/a.c'), 'utf8')).toBe('code');
  expect(lstatSync(join(tree, 'src/driver/linked.c')).isFile()).toBe(true);
  expect(readFileSync(join(tree, 'src/driver/linked.c'), 'utf8')).toBe('shared');
  expect(readFileSync(join(tree, 'src/driver/../include/a.h'), 'utf8')).toBe('header');
  expect(readlinkSync(join(tree, 'config.mk'))).toBe(join(root, 'project/config.mk'));
});
