import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeKernel, readBuiltKernel } from '../../../../src/provision/kernel/source/built-kernel.ts';
import { takeHeaders } from '../../../../src/provision/kernel/source/collect.ts';
import { filesBelow } from '../../../../src/host/files/file-facts.ts';
import { temporaryDirectory } from '../../temporary-directory.ts';
import { testContext } from '../provision-context.ts';
import { writeTree } from '../write-tree.ts';

describe('a kernel that was built', () => {
  it.each([
    [['kasan', 'lockdep'], 'bzImage', 'boot/vmlinuz-6.12.0-qdt'],
    [['lockdep'], 'vmlinux', 'boot/vmlinux-6.12.0-qdt'],
  ] as const)('with %j starts as a %s', async (flavours, bootFormat, bootImage) => {
    const directory = temporaryDirectory();
    writeTree(directory, { 'boot/vmlinuz-6.12.0-qdt': 'image' });
    await describeKernel(directory, '6.12.0-qdt', testContext());
    expect(readBuiltKernel(directory, { text: 'debian:6.12+x', flavours })).toMatchObject({
      spec: 'debian:6.12+x',
      release: '6.12.0-qdt',
      sha256: '6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d',
      bootFormat,
      bootImage: join(directory, bootImage),
      modulesDirectory: join(directory, 'lib/modules/6.12.0-qdt'),
      config: join(directory, 'boot/config-6.12.0-qdt'),
    });
  });

  it('leaves headers in the layout of a distribution: of the tree, and of what was made from it', () => {
    const root = temporaryDirectory();
    writeTree(root, {
      'tree/Makefile': 'top',
      'tree/include/linux/pci.h': '',
      'tree/scripts/Makefile.build': '',
      'tree/arch/x86/include/asm/io.h': '',
      'tree/arch/x86/Makefile': '',
      'tree/drivers/pci/pci.c': '',
      'build/Makefile': 'of the place of the build',
      'build/.config': '',
      'build/Module.symvers': '',
      'build/include/generated/autoconf.h': '',
      'build/include/linux/made.h': '',
      'build/scripts/mod/modpost': '',
      'build/scripts/mod/modpost.o': '',
      'build/arch/x86/include/generated/asm/x.h': '',
      'build/drivers/pci/pci.o': '',
      'build/tools/objtool/objtool': '',
    });
    mkdirSync(join(root, 'tree/include/uapi'));
    const [tree, output] = [join(root, 'tree'), join(root, 'build')];
    const tools = { env: {}, variables: [], jobs: 1 };
    const build = { title: 't', tree, output, flavours: [], wishes: [], config: undefined, tools };
    takeHeaders(build, join(root, 'headers'));
    expect(filesBelow(join(root, 'headers')).sort()).toEqual(
      [
        '.config',
        'Makefile',
        'Module.symvers',
        'arch/x86/Makefile',
        'arch/x86/include/asm/io.h',
        'arch/x86/include/generated/asm/x.h',
        'include/generated/autoconf.h',
        'include/linux/made.h',
        'include/linux/pci.h',
        'scripts/Makefile.build',
        'scripts/mod/modpost',
        'tools/objtool/objtool',
      ].sort(),
    );
  });
});
