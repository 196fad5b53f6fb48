import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runGit } from '../../../../src/host/git.ts';
import { describeCommit, requireCleanTree } from '../../../../src/provision/kernel/source/source-tree.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { testContext } from '../provision-context.ts';
import { writeTree } from '../write-tree.ts';

const plainTree = { Makefile: 'VERSION = 6\nPATCHLEVEL = 12\n', 'arch/x86/Kconfig': '' };

function check(files: Readonly<Record<string, string>>): void {
  const path = temporaryDirectory();
  writeTree(path, files);
  requireCleanTree('tree:linux', { kind: 'tree', path, config: undefined });
}

describe('a source tree', () => {
  it('is taken when it is one, and clean', () => {
    expect(() => check(plainTree)).not.toThrow();
  });

  it.each([
    [{}, /^tree:linux: expected the source tree of a kernel, found no Makefile\.$/],
    [{ Makefile: 'all:\n' }, /found no VERSION in its Makefile, or no arch\/x86\/Kconfig\.$/],
    [
      { ...plainTree, '.config': '' },
      /built in this tree \(it has \.config\), so kbuild refuses to build elsewhere\.$/,
    ],
    [{ ...plainTree, 'include/config/auto.conf': '' }, /it has include\/config\)/],
  ])('is refused before the build otherwise', (files, message) => {
    expect(() => check(files)).toThrow(message);
  });

  it('is refused with the command that cleans it', () => {
    const hint = expect.stringMatching(
      /make -C \/.* ARCH=x86_64 mrproper\. Or test .*\/arch\/x86\/boot\/bzImage$/,
    ) as string;
    expect(() => check({ ...plainTree, '.config': '' })).toThrow(expect.objectContaining({ hint }));
  });

  it('has a commit if it is in git, and says when it has changes', async () => {
    const path = temporaryDirectory();
    const context = testContext();
    writeTree(path, plainTree);
    expect(await describeCommit(path, context)).toBeUndefined();
    const settings = ['user.name=t', 'user.email=t@example.org', 'commit.gpgsign=false'];
    for (const words of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'one'],
    ])
      await runGit(words, { cwd: path, settings, signal: context.signal });
    expect(await describeCommit(path, context)).toMatch(/^[\da-f]{12}$/);
    writeTree(path, { Makefile: `${plainTree.Makefile}# changed\n` });
    expect(await describeCommit(join(path), context)).toMatch(/^[\da-f]{12}-dirty$/);
  });
});
