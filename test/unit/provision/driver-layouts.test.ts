import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildModules } from '../../../src/provision/modules/build-modules.ts';
import type { BuildOptions } from '../../../src/provision/modules/build-sources.ts';
import type { KernelHeaders, KernelImage, ModuleBuild } from '../../../src/provision/provisioned.ts';
import { plainBuild } from '../plan/plan-request.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { hostGcc } from './module-compiler.ts';
import { testContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

// As much of kbuild as the layouts need: it reads Kbuild, else Makefile, of $(M), and builds obj-m with ccflags-y.
const kbuild = `KERNELRELEASE := 6.1.0-1-amd64
include $(if $(wildcard $(M)/Kbuild),$(M)/Kbuild,$(M)/Makefile)
.DEFAULT_GOAL := modules
modules: $(patsubst %.o,$(M)/%.ko,$(obj-m))
%.ko: %.c
	@gcc $(KCFLAGS) $(ccflags-y) -I$(M) -c -o $@ $<
`;
const kernel: KernelImage = {
  spec: 'test',
  release: '6.1.0-1-amd64',
  sha256: 'image',
  bootImage: '/boot/vmlinux',
  arch: 'x86_64',
  bootFormat: 'vmlinux',
  modulesDirectory: undefined,
};

let root: string;
let headers: KernelHeaders;
const driver = (): string => join(root, 'project/driver');

beforeEach(() => {
  root = temporaryDirectory();
  const own = join(root, 'unpacked/usr/src/own');
  // Unpacked headers include the shared Makefile by its installed path.
  writeTree(root, {
    'unpacked/usr/src/own/Makefile': 'include /usr/src/shared/Makefile\n',
    'unpacked/usr/src/own/.config': '# CONFIG_RUST is not set\n',
    'unpacked/usr/src/shared/Makefile': kbuild,
  });
  mkdirSync(join(root, 'project/.git'), { recursive: true });
  headers = {
    release: kernel.release,
    arch: 'x86_64',
    makeArgs: ['-C', own, '-f', join(root, 'unpacked/usr/src/shared/Makefile')],
    unpackedRoot: join(root, 'unpacked'),
    key: 'headers',
    compiler: undefined,
    origin: undefined,
  };
});

type Files = Readonly<Record<string, string>>;

async function build(
  files: Files,
  options: Partial<BuildOptions> = {},
  directories = ['driver'],
): Promise<ModuleBuild> {
  writeTree(join(root, 'project'), files);
  const paths = directories.map((directory) => join(root, 'project', directory));
  const request = { directories: paths, options: { ...plainBuild, ...options }, headers, compiler: hostGcc, kernel };
  return await buildModules(request, testContext());
}

async function modulesOf(...request: Parameters<typeof build>): Promise<readonly string[]> {
  const result = await build(...request);
  if (result.kind === 'failed') throw new Error(result.output);
  return result.modules.map((path) => path.slice(path.lastIndexOf('/') + 1));
}

async function failureOf(...request: Parameters<typeof build>): Promise<Extract<ModuleBuild, { kind: 'failed' }>> {
  const result = await build(...request);
  if (result.kind === 'built') throw new Error('it was built');
  return result;
}

describe('a driver builds', () => {
  it('with the variables of its line, which win over ours', async () => {
    const variables = new Map([[driver(), ['CONFIG_CARD=m', "TITLE='a b $c'", 'KVER=mine']]]);
    const files = {
      'driver/Kbuild': `obj-$(CONFIG_CARD) := card.o\nccflags-y := -DTITLE=$(words $(TITLE)) -D$(KVER)\n`,
      'driver/card.c': '#if TITLE != 3 || !mine\n#error variables\n#endif\n',
    };
    expect(await modulesOf(files, { variables })).toEqual(['card.ko']);
  });

  it('with the paths that Makefiles expect by hand, of this kernel and not of the running one', async () => {
    const files = {
      'driver/src/Kbuild':
        'KDIR := /lib/modules/$(shell uname -r)/build\nobj-m := card.o\n' +
        'ccflags-y := -I$(PWD)/../include -D$(if $(wildcard $(KDIR)/.config),FOUND) -DRELEASE=\\"$(KVERSION)\\"\n',
      'driver/include/card.h': 'const char *release = RELEASE;\n',
      'driver/src/card.c': '#include "card.h"\n#ifndef FOUND\n#error KDIR\n#endif\n',
    };
    expect(await modulesOf(files, {}, ['driver/src'])).toEqual(['card.ko']);
  });

  it('by its own Makefile, if that makes what kbuild misses', async () => {
    const makefile =
      'ifneq ($(KERNELRELEASE),)\nobj-m := card.o\nelse\nKDIR ?= /lib/modules/none/build\n' +
      'all: made.h\n\t$(MAKE) -C $(KDIR) M=$(PWD) modules\nmade.h:\n\techo "#define MADE" >$@\nendif\n';
    const files = { 'driver/Makefile': makefile, 'driver/card.c': '#include "made.h"\n#ifndef MADE\n#error\n#endif\n' };
    expect(await modulesOf(files)).toEqual(['card.ko']);
    expect(readdirSync(driver()).sort()).toEqual(['Makefile', 'card.c']);
  });

  it('by its own Makefile, if the modules are in another directory', async () => {
    const files = {
      'driver/Makefile': 'all:\n\t$(MAKE) -C $(KSRC) M=$(PWD)/src modules\n',
      'driver/src/Kbuild': 'obj-m := card.o\n',
      'driver/src/card.c': 'int card;\n',
    };
    expect(await modulesOf(files)).toEqual(['card.ko']);
  });

  it('beside sources that it shares: their objects are not written into the project', async () => {
    const files = {
      'driver/Kbuild': 'obj-m := card.o\n$(M)/card.ko: $(M)/../common/ring.o\n%.o: %.c\n\t@gcc -c -o $@ $<\n',
      'driver/card.c': 'int card;\n',
      'common/ring.c': 'int ring;\n',
    };
    expect(await modulesOf(files)).toEqual(['card.ko']);
    expect(readdirSync(join(root, 'project/common'))).toEqual(['ring.c']);
  });
});

describe('info/build', () => {
  const files = {
    'driver/Kbuild': 'obj-m := card.o\n',
    'driver/card.c': '#include "made.h"\n#ifndef MADE\n#error\n#endif\n',
    'suite/info/build':
      '#!/bin/sh\ntest -f "$QDT_KERNEL_CONFIG" -a "$QDT_ARCH" = x86_64 -a "$CC" = gcc || exit 3\n' +
      '[ "$PWD" = "$(pwd)" ] && echo "#define MADE \\"$QDT_KERNEL_RELEASE\\"" >made.h\n' +
      'make -s -C "$QDT_KERNEL_DIR" M="$PWD" nothing 2>&1 | grep -q "No rule to make target .nothing" || exit 4\n',
  };
  const prepare = (): string => join(root, 'project/suite/info/build');

  it('prepares a copy of the sources for each kernel', async () => {
    expect(await modulesOf(files, { prepare: prepare() })).toEqual(['card.ko']);
    expect(existsSync(join(driver(), 'made.h'))).toBe(false);
  });

  it('runs in the directory that holds all modules', async () => {
    const all = { ...files, 'suite/info/build': '#!/bin/sh\necho "#define MADE" | tee a/made.h b/made.h >/dev/null\n' };
    const two = {
      'two/a/Kbuild': 'obj-m := a.o\n',
      'two/a/a.c': '#include "made.h"\n',
      'two/b/Kbuild': 'obj-m := b.o\n',
      'two/b/b.c': '#include "made.h"\n',
    };
    expect(await modulesOf({ ...all, ...two }, { prepare: prepare() }, ['two/a', 'two/b'])).toEqual(['a.ko', 'b.ko']);
  });

  it('that fails is the failure of the build, with its output', async () => {
    const broken = { ...files, 'suite/info/build': '#!/bin/sh\necho no configuration; exit 3\n' };
    const failed = await failureOf(broken, { prepare: prepare() });
    expect(failed.output).toBe('no configuration\n');
    expect(failed.said.messages).toEqual([{ severity: 'error', text: 'info/build failed: no configuration' }]);
  });

  it('whose interpreter is missing says so', async () => {
    const broken = { ...files, 'suite/info/build': '#!/nowhere/perl\n' };
    expect((await failureOf(broken, { prepare: prepare() })).output).toContain('could not be started');
  });
});

describe('a dkms.conf', () => {
  const sources = { 'driver/Makefile': 'obj-m := card.o\nccflags-y := $(EXTRA)\n' };
  const guarded = { ...sources, 'driver/card.c': '#ifndef BY_DKMS\n#error\n#endif\n' };
  const named = 'PACKAGE_NAME="card"\nPACKAGE_VERSION="1.0"\n';

  it('builds by its make line, in the place that DKMS would use', async () => {
    const line = 'MAKE[0]="make -C ${kernel_source_dir} M=${dkms_tree}/${PACKAGE_NAME}/${PACKAGE_VERSION}/build';
    const files = { ...guarded, 'driver/dkms.conf': `${named}${line} EXTRA=-DBY_DKMS modules"\n` };
    expect(await modulesOf(files)).toEqual(['card.ko']);
  });

  it('chooses the line by the release, and runs PRE_BUILD first', async () => {
    const conf = `${named}MAKE[0]="false"\nMAKE[1]="make -C $kernel_source_dir M=$PWD EXTRA=-DBY_DKMS"\n`;
    const files = {
      ...sources,
      'driver/card.c': '#include "made.h"\n#ifndef BY_DKMS\n#error\n#endif\n',
      'driver/dkms.conf': `${conf}MAKE_MATCH[1]="^6\\\\."\nPRE_BUILD="make.sh made.h"\n`,
      'driver/make.sh': '#!/bin/sh\n: >"$1"\n',
    };
    expect(await modulesOf(files)).toEqual(['card.ko']);
  });

  it('that bash cannot read fails the build at its line', async () => {
    const failed = await failureOf({ ...guarded, 'driver/dkms.conf': 'MAKE[0]="never closed\n' });
    expect(failed.output).toMatch(/^driver\/dkms\.conf:1: error: bash cannot read it\n.*unexpected EOF/s);
  });

  it('tells of patches, which it does not apply', async () => {
    const failed = await failureOf({ ...guarded, 'driver/dkms.conf': `${named}PATCH[0]="old.patch"\nMAKE="false"\n` });
    expect(failed.output).toContain('names patches, which are not applied: old.patch');
  });
});

describe('a build fails', () => {
  it('because of a warning, if the suite wants that', async () => {
    const files = { 'driver/Kbuild': 'obj-m := card.o\n', 'driver/card.c': 'char *card = 5;\n' };
    expect((await build(files)).kind).toBe('built');
    const { said } = await failureOf(files, { warningsAreErrors: true });
    expect(said).toMatchObject({
      errors: 1,
      warnings: 0,
      messages: [{ severity: 'error', file: 'driver/card.c', line: 1 }],
    });
    expect(said.messages[0]?.text).toContain('info/werror');
  });

  it('because a source is in Rust and the kernel is not', async () => {
    const { said } = await failureOf({ 'driver/Kbuild': 'obj-m := card.o\n', 'driver/card.rs': '' });
    expect(said.messages[0]).toEqual({
      severity: 'error',
      file: 'driver/card.rs',
      line: 1,
      text: 'this kernel has no support for Rust: CONFIG_RUST is not set',
    });
  });

  it('once, if its own Makefile could not help', async () => {
    const makefile = 'obj-m := card.o\nall:\n\t$(MAKE) -C $(KDIR) M=$(PWD) modules\n';
    const { output } = await failureOf({ 'driver/Makefile': makefile, 'driver/card.c': 'int card = ;\n' });
    expect(output.match(/error: expected expression/g)).toHaveLength(1);
  });
});
