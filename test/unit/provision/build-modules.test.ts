import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildModules } from '../../../src/provision/modules/build-modules.ts';
import type { BuildOptions } from '../../../src/provision/modules/build-sources.ts';
import { plainBuild } from '../plan/plan-request.ts';
import { kbuildArgs } from '../../../src/provision/modules/run-build.ts';
import type { KernelHeaders, KernelImage, ModuleBuild } from '../../../src/provision/provisioned.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { hostGcc } from './module-compiler.ts';
import { testContext, type TestContext } from './provision-context.ts';
import { writeTree } from './write-tree.ts';

// What kbuild does as far as we can see it: it compiles each module in $(M) with $(KCFLAGS), notes what was read,
// takes symbols from $(KBUILD_EXTRA_SYMBOLS) and leaves Module.symvers.
const kbuild = `modules: $(patsubst %.c,%.ko,$(wildcard $(M)/*.c))
	@echo "symbols from [$(KBUILD_EXTRA_SYMBOLS)]" > $(M)/Module.symvers
%.ko: %.c
	@gcc -g $(KCFLAGS) -Wp,-MD,$(dir $@).$(notdir $*).o.cmd -c -o $@ $<
`;

const kernel: KernelImage = {
  spec: 'test',
  release: '6.9.0-test',
  sha256: '',
  bootImage: '',
  arch: 'x86_64',
  bootFormat: 'vmlinux',
  modulesDirectory: undefined,
};
let root: string;
let headers: KernelHeaders;
let context: TestContext;
let options: BuildOptions;

beforeEach(() => {
  options = plainBuild;
  root = temporaryDirectory();
  context = testContext();
  writeTree(root, {
    'headers/Makefile': kbuild,
    'project/driver/edu.c':
      '#include "../include/edu.h"\nint edu(void) { return EDU; }\nconst char *edu_file = __FILE__;\n',
    'project/include/edu.h': '#define EDU 1\n',
  });
  mkdirSync(join(root, 'project/.git'));
  headers = {
    release: kernel.release,
    arch: 'x86_64' as const,
    makeArgs: ['-C', join(root, 'headers')],
    key: 'headers',
    compiler: undefined,
    origin: undefined,
  };
});

function build(...directories: readonly string[]): Promise<ModuleBuild> {
  return buildModules(
    {
      directories: directories.map((directory) => join(root, 'project', directory)),
      options,
      headers,
      compiler: hostGcc,
      kernel,
    },
    context,
  );
}

async function built(...directories: readonly string[]): Promise<Extract<ModuleBuild, { readonly kind: 'built' }>> {
  const result = await build(...directories);
  if (result.kind === 'failed') throw new Error(result.output);
  return result;
}

describe('modules that build', () => {
  it('are kept in the store, and nothing is written beside the sources', async () => {
    const { modules, cached } = await built('driver');
    expect(modules.map((path) => path.slice(path.lastIndexOf('/')))).toEqual(['/edu.ko']);
    expect(cached).toBe(false);
    expect(existsSync(modules[0] ?? '')).toBe(true);
    expect(readdirSync(join(root, 'project/driver'))).toEqual(['edu.c']);
    expect(readdirSync(join(context.store.root, 'staging'))).toEqual([]);
  });

  it('are not built again as long as sources, headers and what they include stay the same', async () => {
    const first = await built('driver');
    expect(await built('driver')).toMatchObject({ cached: true, modules: first.modules, key: first.key });
    writeTree(root, { 'project/include/edu.h': '#define EDU 2\n' });
    const changed = await built('driver');
    expect(changed.cached).toBe(false);
    expect(changed.key).not.toBe(first.key);
    writeTree(root, { 'project/include/edu.h': '#define EDU 1\n' });
    expect(await built('driver')).toMatchObject({ cached: true, modules: first.modules });
    headers = { ...headers, key: 'other headers' };
    expect((await built('driver')).cached).toBe(false);
  });

  it('carry paths from the top of the repository, in debug information and in __FILE__', async () => {
    const [path = ''] = (await built('driver')).debugModules;
    const debug = execFileSync('readelf', ['--debug-dump=info', path], { encoding: 'utf8' });
    expect(/DW_AT_name .*: (\S+)\n/.exec(debug)?.[1]).toBe('driver/edu.c');
    expect(readFileSync(path).includes('driver/edu.c\0')).toBe(true);
    expect(readFileSync(path).includes(context.store.root)).toBe(false);
  });

  it('have their debug information beside them, and not in them', async () => {
    const { modules, debugModules } = await built('driver');
    const sections = (path = ''): string =>
      execFileSync('readelf', ['--section-headers', '--wide', path], { encoding: 'utf8' });
    expect(sections(debugModules[0])).toContain('.debug_line');
    expect(sections(modules[0])).not.toContain('.debug_');
    expect(sections(modules[0])).toContain('.symtab');
  });

  it('may use symbols of those that were built before them', async () => {
    writeTree(root, { 'project/second/user.c': 'int user;\n' });
    const { modules } = await built('driver', 'second');
    expect(modules.map((path) => path.split('/').slice(-2).join('/'))).toEqual(['0/edu.ko', '1/user.ko']);
    const symbols = readFileSync(join(modules[1] ?? '', '../Module.symvers'), 'utf8');
    expect(symbols).toMatch(/^symbols from \[\S+\/driver\/Module\.symvers\]\n$/);
  });
});

describe('modules that do not build', () => {
  it('are a value with what the compiler wrote, about the author’s paths, and are tried again', async () => {
    writeTree(root, { 'project/driver/edu.c': 'int edu(void) { return nosuch; }\n' });
    const failed = await build('driver');
    if (failed.kind !== 'failed') throw new Error('it built');
    expect(failed.directory).toBe(join(root, 'project/driver'));
    expect(failed.command).toBe(`make -C ${root}/headers M=${root}/project/driver modules`);
    expect(failed.output).toContain("driver/edu.c:1:24: error: 'nosuch' undeclared (first use in this function)");
    expect(failed.output).not.toContain(context.store.root);
    expect(readdirSync(join(context.store.root, 'assets'))).toEqual([]);
    writeTree(root, { 'project/driver/edu.c': 'int edu;\n' });
    expect((await build('driver')).kind).toBe('built');
  });

  it('fail with a message when their Makefile names none', async () => {
    writeTree(root, { 'project/empty/README': '' });
    expect(await build('empty')).toMatchObject({
      kind: 'failed',
      output: '\nNo module was built: expected modules in obj-m of the Makefile or Kbuild in empty, found none.\n',
    });
  });
});

describe('a host that cannot build', () => {
  it('because the kernel’s build programs miss a library is no fault of the author’s', async () => {
    writeTree(root, {
      'headers/Makefile':
        'modules:\n\t@echo "objtool: error while loading shared libraries: libelf.so.1: cannot open" >&2; exit 1\n',
    });
    await expect(build('driver')).rejects.toThrow("The kernel's build programs need libelf.so.1, which was not found.");
  });
});

it('make gets the headers’ arguments, the staged directory, earlier symbols and installed paths', () => {
  const unpacked = {
    release: 'r',
    key: 'k',
    unpackedRoot: '/store/h',
    arch: 'x86_64' as const,
    makeArgs: ['-C', '/store/h/usr/src/linux-headers-r', '-f', '/store/h/usr/src/common/Makefile'],
    compiler: undefined,
    origin: undefined,
  };
  const flags = [
    '-ffile-prefix-map=/store/h/=/',
    '-ffile-prefix-map=/store/h/usr/src/linux-headers-r=',
    '-ffile-prefix-map=/store/h/usr/src/linux-headers-r/=/usr/src/linux-headers-r/',
    '-ffile-prefix-map=/s/kernel=',
    '-ffile-prefix-map=/s/kernel/=/usr/src/linux-headers-r/',
    '-ffile-prefix-map=/s/tree/=',
  ].join(' ');
  const place = {
    headers: unpacked,
    compiler: { ...hostGcc, makeArgs: ['CC=gcc-12'] },
    kernelDirectory: '/s/kernel',
    tree: '/s/tree',
    directory: 'b',
    earlier: ['a', 'x/y'],
    symbols: [],
    variables: ['LEVEL=3', 'KVERSION=mine'],
  };
  expect(kbuildArgs(place, 4)).toEqual([
    '-j4',
    '--output-sync=target',
    '--no-print-directory',
    ...unpacked.makeArgs,
    'CC=gcc-12',
    'M=/s/tree/b',
    `KCFLAGS=${flags}`,
    `KAFLAGS=${flags}`,
    'KBUILD_EXTRA_SYMBOLS=/s/tree/a/Module.symvers /s/tree/x/y/Module.symvers',
    'PWD=/s/tree/b',
    ...['KDIR', 'KERNELDIR', 'KERNEL_DIR', 'KERNEL_SRC', 'KERNEL_BUILD', 'KSRC'].map((name) => `${name}=/s/kernel`),
    ...['KVERSION=r', 'KVER=r', 'KVERS=r', 'BUILD_KERNEL=r'],
    ...['LEVEL=3', 'KVERSION=mine'],
    'modules',
  ]);
});

describe('compiler warnings', () => {
  const warned = 'char *edu = 5;\n';

  it('are told with their log, also when the build comes from the store', async () => {
    writeTree(root, { 'project/driver/edu.c': warned });
    const first = await built('driver');
    expect(first.said).toMatchObject({
      errors: 0,
      warnings: 1,
      messages: [{ severity: 'warning', file: 'driver/edu.c', line: 1 }],
    });
    expect(readFileSync(first.log ?? '', 'utf8')).toMatch(
      /^gcc \(.*\nmake .* modules\n[^]*driver\/edu\.c:1:13: warning: /,
    );
    expect(await built('driver')).toMatchObject({ cached: true, said: first.said, log: first.log });
  });

  it('are none in a clean build, which keeps no log', async () => {
    expect(await built('driver')).toMatchObject({ said: { warnings: 0 }, log: undefined });
  });
});

it('a build that failed names its errors, and is not reported as done', async () => {
  writeTree(root, { 'project/driver/edu.c': 'int edu = ;\n' });
  const result = await build('driver');
  expect(result).toMatchObject({
    kind: 'failed',
    said: { errors: 1, messages: [{ severity: 'error', file: 'driver/edu.c', line: 1 }] },
  });
  expect(context.reported.at(-1)).toMatchObject({ kind: 'end', what: 'driver for 6.9.0-test', ended: 'failed' });
});

it('directories with the same name are told apart while they are built', async () => {
  writeTree(root, { 'project/a/driver/a.c': 'int a;\n', 'project/b/driver/b.c': 'int b;\n' });
  await built('a/driver', 'b/driver');
  expect(context.reported[0]).toMatchObject({ what: 'a/driver, b/driver for 6.9.0-test' });
});
