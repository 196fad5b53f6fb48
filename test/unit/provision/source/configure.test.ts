import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KernelFlavour } from '../../../../src/plan/kernel-flavours.ts';
import { configureKernel } from '../../../../src/provision/kernel/source/configure.ts';
import type { KernelBuild } from '../../../../src/provision/kernel/source/kernel-build.ts';
import { environmentWith } from '../../../../src/host/environment.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { testContext } from '../provision-context.ts';
import { writeTree } from '../write-tree.ts';

/** Stands for kbuild: keeps what it is given, but for one symbol. */
const makefile = `
allnoconfig:
	@grep -v 'CONFIG_DROPPED=' $(KCONFIG_ALLCONFIG) > $(O)/.config
olddefconfig:
	@sed -i '/CONFIG_DROPPED=/d' $(O)/.config
`;
const kconfig = 'config DROPPED\n\tbool "Dropped"\n\tdepends on NEVER\n';

function fakeBuild(flavours: readonly KernelFlavour[], more: Partial<KernelBuild> = {}): KernelBuild {
  const root = temporaryDirectory();
  writeTree(root, { 'tree/Makefile': makefile, 'tree/Kconfig': kconfig, 'my.config': 'CONFIG_MINE=y\nCONFIG_PCI=n\n' });
  mkdirSync(join(root, 'build'));
  return {
    title: 'tree:linux',
    tree: join(root, 'tree'),
    output: join(root, 'build'),
    flavours,
    wishes: [],
    config: undefined,
    tools: { env: environmentWith({ LC_ALL: 'C' }), variables: [], jobs: 1 },
    ...more,
  };
}

const configOf = ({ output }: KernelBuild): readonly string[] =>
  readFileSync(join(output, '.config'), 'utf8').trimEnd().split('\n');

describe('the configuration of a kernel', () => {
  it('is the small one, with what the flavours want', async () => {
    const build = fakeBuild(['kasan']);
    await configureKernel(build, testContext());
    expect(configOf(build)).toEqual(
      expect.arrayContaining([
        'CONFIG_EXPERT=y',
        'CONFIG_VIRTIO_CONSOLE=y',
        'CONFIG_KASAN=y',
        '# CONFIG_SLUB_TINY is not set',
      ]),
    );
    expect(configOf(build)).not.toContain('CONFIG_PROVE_LOCKING=y');
  });

  it('names each symbol once, and the last wish wins', async () => {
    const wishes = [{ symbol: 'KASAN', value: 'n', file: '/s/info/kernel-config', line: 1 }];
    const build = fakeBuild(['kasan'], { wishes });
    await configureKernel(build, testContext());
    const symbols = configOf(build).map((line) => /CONFIG_\w+/.exec(line)?.[0]);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(configOf(build)).toContain('# CONFIG_KASAN is not set');
  });

  it("is the user's own, with what flavours and our machines want", async () => {
    const own = fakeBuild(['lockdep']);
    const build = { ...own, config: join(own.tree, '../my.config') };
    await configureKernel(build, testContext());
    expect(configOf(build)).toEqual(
      expect.arrayContaining(['CONFIG_MINE=y', 'CONFIG_PCI=y', 'CONFIG_PROVE_LOCKING=y']),
    );
    expect(configOf(build)).not.toContain('CONFIG_EXPERT=y');
  });

  it('is an error when a wish did not survive, with its place and the reason', async () => {
    const wishes = [{ symbol: 'DROPPED', value: 'y', file: '/s/info/kernel-config', line: 3 }];
    await expect(configureKernel(fakeBuild([], { wishes }), testContext())).rejects.toThrow(
      "tree:linux: the kernel's configuration cannot have what is asked for:\n" +
        '  /s/info/kernel-config:3: CONFIG_DROPPED=y is not set: it depends on NEVER, which is not set',
    );
  });

  it('says what kbuild said when that fails', async () => {
    const build = fakeBuild([]);
    writeTree(build.tree, { Makefile: 'allnoconfig:\n\t@echo \'Kconfig:3: can not open file "x"\' >&2; exit 1\n' });
    await expect(configureKernel(build, testContext())).rejects.toThrow(
      'tree:linux: configuring failed (exit status 2):\nKconfig:3: can not open file "x"',
    );
  });

  it('needs a file that is one', async () => {
    const own = fakeBuild([]);
    const context = testContext();
    await expect(configureKernel({ ...own, config: '/nowhere/x' }, context)).rejects.toThrow(
      '/nowhere/x: expected a configuration (.config), found nothing there.',
    );
    await expect(configureKernel({ ...own, config: join(own.tree, 'Kconfig') }, context)).rejects.toThrow(
      'Kconfig: expected a configuration (.config), found no line such as CONFIG_PCI=y.',
    );
  });
});
