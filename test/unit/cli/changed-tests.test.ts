import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
import { commitAll, git, listed, writeAll } from './selected-tests.ts';

const model = "import { defineDevice } from 'qemu-driver-test/device';\nimport './parts/fifo.ts';\n";

/** A repository with a driver, a model and three tests, of which one has a model of its own. */
function project(): string {
  const root = temporaryDirectory();
  writeAll(root, {
    'driver/Makefile': 'obj-m := edu.o\n',
    'driver/edu.c': '',
    'tests/info/modules': '../driver\n',
    'tests/dma/run': '#!/bin/sh\n',
    'tests/dma/info/each': 'SIZE\n16\n4096\n',
    'tests/irq/run': '#!/bin/sh\n',
    'tests/model/run': '#!/bin/sh\n',
    'tests/model/info/devices': 'tdc0 ../models/tdc.ts\n',
    'models/tdc.ts': model,
    'models/parts/fifo.ts': 'export {};\n',
    'models/other.ts': '',
    '.gitignore': '*.ko\n',
  });
  git(root, 'init', '-q');
  commitAll(root);
  return root;
}

const all = ['tests/dma@16', 'tests/dma@4096', 'tests/irq', 'tests/model'];

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('--changed', () => {
  it('selects nothing where nothing has changed, and says so', async () => {
    expect(await listed(project(), 'tests', '--changed')).toEqual({
      ids: [],
      said: '0 files changed since the last commit, and no selected test is made of any of them\n',
    });
  });

  it.each([
    ['its own file', { 'tests/irq/run': '#!/bin/sh\nexit 0\n' }, ['tests/irq']],
    ['a new file that git does not know', { 'tests/irq/data/new': '' }, ['tests/irq']],
    ['the table of a test', { 'tests/dma/info/each': 'SIZE\n16\n' }, ['tests/dma@16']],
    ['the driver', { 'driver/edu.c': 'int edu;\n' }, all],
    ["the suite's helpers", { 'tests/lib/checks.sh': '' }, all],
    ['the model', { 'models/tdc.ts': `${model}// more\n` }, ['tests/model']],
    ['what the model imports', { 'models/parts/fifo.ts': 'export const fifo = 1;\n' }, ['tests/model']],
    ['a model that nobody uses', { 'models/other.ts': 'export {};\n' }, []],
    ['what git ignores', { 'driver/edu.ko': 'ELF' }, []],
    ['a file for readers', { 'README.md': '' }, []],
  ])('selects by a change of %s', async (_title, files, ids) => {
    const root = project();
    writeAll(root, files);
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(ids);
  });

  it('selects by a file that is gone, and by both names of one that was renamed', async () => {
    const gone = project();
    rmSync(join(gone, 'models/parts/fifo.ts'));
    writeAll(gone, { 'models/tdc.ts': model });
    expect((await listed(gone, 'tests', '--changed')).ids).toEqual(['tests/model']);
    const renamed = project();
    mkdirSync(join(renamed, 'tests/irq/data'));
    renameSync(join(renamed, 'tests/irq/run'), join(renamed, 'tests/irq/data/old'));
    writeAll(renamed, { 'tests/irq/run': '#!/bin/sh\nexit 1\n' });
    git(renamed, 'add', '-A');
    expect(await listed(renamed, 'tests', '--changed')).toEqual({
      ids: ['tests/irq'],
      said: '1 of 4 tests: made of something that changed since the last commit (2 files)\n',
    });
  });

  it('adds what was committed since a branch was left, but not what that branch got since', async () => {
    const root = project();
    git(root, 'checkout', '-q', '-b', 'topic');
    writeAll(root, { 'tests/irq/run': '#!/bin/sh\nexit 0\n' });
    commitAll(root);
    git(root, 'checkout', '-q', 'main');
    writeAll(root, { 'driver/edu.c': 'int edu;\n' });
    commitAll(root);
    git(root, 'checkout', '-q', 'topic');
    expect((await listed(root, 'tests', '--changed')).ids).toEqual([]);
    expect(await listed(root, 'tests', '--changed=main')).toEqual({
      ids: ['tests/irq'],
      said: '1 of 4 tests: made of something that changed since main (1 file)\n',
    });
    writeAll(root, { 'models/tdc.ts': '' });
    expect((await listed(root, 'tests', '--changed=main')).ids).toEqual(['tests/irq', 'tests/model']);
  });

  it('sees through links, and a suite that is named by one', async () => {
    const root = project();
    symlinkSync('tests', join(root, 'linked'));
    mkdirSync(join(root, 'tests/dma/data'));
    writeAll(root, { 'tests/irq/data/firmware': '1' });
    symlinkSync('../../irq/data/firmware', join(root, 'tests/dma/data/firmware'));
    commitAll(root);
    writeAll(root, { 'tests/irq/data/firmware': '2' });
    expect((await listed(root, 'linked', '--changed')).ids).toEqual(['linked/dma@16', 'linked/dma@4096', 'linked/irq']);
  });

  it('counts every file of a repository without a commit', async () => {
    const root = temporaryDirectory();
    writeAll(root, { 'tests/a/run': '#!/bin/sh\n' });
    git(root, 'init', '-q');
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(['tests/a']);
    git(root, 'add', '-A');
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(['tests/a']);
  });

  it('asks the repository of a driver, too, and says what is in none', async () => {
    const [root, home] = [project(), temporaryDirectory()];
    writeAll(home, { 'driver/Makefile': 'obj-m := x.o\n', 'plain/Makefile': 'obj-m := y.o\n' });
    git(join(home, 'driver'), 'init', '-q');
    commitAll(join(home, 'driver'));
    writeAll(root, { 'tests/info/modules': `${home}/driver\n${home}/plain\n` });
    commitAll(root);
    expect(await listed(root, 'tests', '--changed')).toEqual({
      ids: [],
      said:
        '0 files changed since the last commit, and no selected test is made of any of them; not in a Git ' +
        `repository, so taken as unchanged: ${home}/plain\n`,
    });
    writeAll(home, { 'driver/x.c': '' });
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(all);
  });

  it('sees a change in a submodule, and that its commit has changed', async () => {
    const [root, upstream] = [project(), temporaryDirectory()];
    writeAll(upstream, { Makefile: 'obj-m := x.o\n', 'README.md': '' });
    git(upstream, 'init', '-q');
    commitAll(upstream);
    git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', upstream, 'vendor');
    writeAll(root, { 'tests/info/modules': '../vendor\n' });
    commitAll(root);
    expect((await listed(root, 'tests', '--changed')).ids).toEqual([]);
    writeAll(root, { 'vendor/x.c': '' });
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(all);
    git(root, 'checkout', '-q', '-b', 'topic');
    commitAll(join(root, 'vendor'));
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(all);
    commitAll(root);
    expect((await listed(root, 'tests', '--changed')).ids).toEqual([]);
    // The submodule has no branch of that name.
    expect((await listed(root, 'tests', '--changed=topic~1')).ids).toEqual(all);
  });

  it('asks the repository of the suite, also in a hook of another', async () => {
    const root = project();
    vi.stubEnv('GIT_DIR', join(project(), '.git'));
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere');
    writeAll(root, { 'tests/irq/run': '#!/bin/sh\nexit 3\n' });
    expect((await listed(root, 'tests', '--changed')).ids).toEqual(['tests/irq']);
  });

  it('is refused for a commit that is not there, and outside of a repository', async () => {
    const root = project();
    await expect(listed(root, 'tests', '--changed=nowhere')).rejects.toThrow(
      `--changed: the Git repository ${root} has no commit nowhere.`,
    );
    await expect(listed(root, 'tests', '--changed=--output=x')).rejects.toThrow('has no commit --output=x.');
    const outside = temporaryDirectory();
    writeAll(outside, { 'tests/a/run': '#!/bin/sh\n' });
    await expect(listed(outside, 'tests', '--changed')).rejects.toThrow(
      `--changed: ${outside}/tests is not in a Git repository.`,
    );
  });

  it('is refused for a commit that has nothing in common with HEAD', async () => {
    const root = project();
    git(root, 'checkout', '-q', '--orphan', 'alone');
    writeAll(root, { 'README.md': 'Another project.\n' });
    commitAll(root);
    await expect(listed(root, 'tests', '--changed=main')).rejects.toThrow(
      `--changed: the Git repository ${root} knows no common ancestor of main and HEAD. A clone without its history ` +
        'needs git fetch --unshallow.',
    );
  });
});
