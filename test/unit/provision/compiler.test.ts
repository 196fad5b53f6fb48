import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCompilerSpec } from '../../../src/plan/compiler-spec.ts';
import { releases } from '../../../src/provision/apt/releases.ts';
import { compilerSuites } from '../../../src/provision/compiler/compiler-suites.ts';
import { readVersion } from '../../../src/provision/compiler/identify-compiler.ts';
import { readKernelCompiler } from '../../../src/provision/compiler/kernel-compiler.ts';
import { compilerChoice, configurationFor } from '../../../src/provision/compiler/make-variables.ts';
import { provideStarter } from '../../../src/provision/compiler/program-starter.ts';
import { provideCompiler } from '../../../src/provision/compiler/provide-compiler.ts';
import type { KernelHeaders } from '../../../src/provision/provisioned.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { hostGcc } from './module-compiler.ts';
import { testContext, type TestContext } from './provision-context.ts';
import { saysVersion, storeToolchain, trixie } from './stored-toolchain.ts';
import { copyHostPrograms } from './unpacked-root.ts';
import { writeTree } from './write-tree.ts';

const gcc14Packages = ['gcc-14', 'binutils', 'make', 'libc6', 'libelf1'];

let root: string;
let headers: KernelHeaders;
let context: TestContext;

beforeEach(() => {
  root = temporaryDirectory();
  context = testContext();
  headers = {
    release: '6.12.0-test',
    arch: 'x86_64',
    makeArgs: ['-C', join(root, 'headers')],
    unpackedRoot: root,
    key: 'headers',
    compiler: { family: 'gcc', major: 14 },
    origin: trixie,
  };
});

afterEach(() => vi.unstubAllEnvs());

/** The host has these programs, and those of the system that start scripts and print. */
function hostWith(programs: Readonly<Record<string, string>>): void {
  mkdirSync(join(root, 'bin'));
  writeTree(join(root, 'bin'), programs);
  for (const name of ['sh', 'env', 'setpriv', 'flock']) symlinkSync(`/usr/bin/${name}`, join(root, 'bin', name));
  vi.stubEnv('PATH', join(root, 'bin'));
}

const make = '#!/bin/sh\n';

describe('the compiler of a kernel', () => {
  it('is in its configuration, or in Debian’s variables', () => {
    const found = (files: Readonly<Record<string, string>>): unknown => {
      const directory = temporaryDirectory();
      writeTree(directory, files);
      return readKernelCompiler(directory);
    };
    expect(found({ '.config': 'CONFIG_CC_IS_GCC=y\nCONFIG_GCC_VERSION=140200\nCONFIG_CLANG_VERSION=0\n' })).toEqual({
      family: 'gcc',
      major: 14,
    });
    expect(found({ '.config': 'CONFIG_GCC_VERSION=0\nCONFIG_CC_IS_CLANG=y\nCONFIG_CLANG_VERSION=190107\n' })).toEqual({
      family: 'clang',
      major: 19,
    });
    const variables = 'CC = $(if $(DEBIAN_KERNEL_USE_CCACHE),$(CCACHE)) $(CROSS_COMPILE)gcc-12\n';
    expect(found({ '.kernelvariables': variables })).toEqual({ family: 'gcc', major: 12 });
    expect(found({})).toBeUndefined();
  });

  it('comes from the suite to which a kernel’s suite adds', () => {
    const [debian] = releases;
    expect(compilerSuites(debian, ['bookworm-security'])).toEqual(['bookworm', 'bookworm-security']);
    expect(compilerSuites(debian, ['trixie-backports'])).toEqual(['trixie', 'trixie-security', 'trixie-backports']);
    expect(compilerSuites(debian, ['sid'])).toEqual(['sid']);
    expect(compilerSuites(debian, ['experimental'])).toEqual(['sid', 'experimental']);
  });
});

describe('a program that says its version', () => {
  it('is gcc or clang, or neither', () => {
    const ofGcc = '\nCopyright (C) 2022 Free Software Foundation, Inc.\n';
    expect(readVersion(`gcc (Debian 12.2.0-14+deb12u1) 12.2.0${ofGcc}`)).toEqual({ family: 'gcc', major: 12 });
    expect(readVersion(`x86_64-linux-gnu-gcc-13 (Ubuntu 13.3.0-6ubuntu2~24.04) 13.3.0${ofGcc}`)?.major).toBe(13);
    expect(readVersion('Debian clang version 19.1.7 (3+b1)\n')).toEqual({ family: 'clang', major: 19 });
    expect(readVersion(`true (GNU coreutils) 9.1${ofGcc}`)).toBeUndefined();
  });
});

describe('without a choice', () => {
  it('is the host’s, if it has the version that built the kernel', async () => {
    hostWith({ make, gcc: saysVersion('gcc', '14.2.0') });
    expect(await provideCompiler({ kind: 'auto' }, headers, context)).toMatchObject({
      title: 'gcc (Debian) 14.2.0',
      makeArgs: ['CC=gcc'],
      starter: undefined,
    });
    writeTree(join(root, 'bin'), { 'gcc-14': saysVersion('gcc-14', '14.2.0'), gcc: saysVersion('gcc', '12.2.0') });
    expect(await provideCompiler({ kind: 'auto' }, headers, context)).toMatchObject({ makeArgs: ['CC=gcc-14'] });
    expect(context.reported).toEqual([]);
  });

  it.each([
    ['of another version', { make, gcc: saysVersion('gcc', '12.2.0') }],
    ['without make', { 'gcc-14': saysVersion('gcc-14', '14.2.0') }],
    ['that does not exist', {}],
  ])('is fetched in place of one %s', async (_, programs) => {
    hostWith(programs);
    const directory = await storeToolchain(context, gcc14Packages, {
      'usr/bin/gcc-14': saysVersion('gcc-14', '14.2.1'),
    });
    const compiler = await provideCompiler({ kind: 'auto' }, headers, context);
    expect(compiler).toMatchObject({
      title: 'gcc-14 (Debian) 14.2.1',
      command: 'gcc-14',
      makeArgs: ['CC=gcc-14'],
      strip: join(directory, 'usr/bin/strip'),
    });
    expect(compiler.env['PATH']).toBe(`${directory}/usr/bin:${root}/bin`);
    expect(compiler.starter?.root).toBe(directory);
    expect(compiler.key).toContain(basename(directory));
  });

  it('is the host’s other version, with a warning, if it cannot be fetched', async () => {
    hostWith({ make, gcc: saysVersion('gcc', '12.2.0'), 'apt-get': '#!/bin/sh\nexit 1\n' });
    const compiler = await provideCompiler({ kind: 'auto' }, headers, context);
    expect(compiler.title).toBe('gcc (Debian) 12.2.0');
    const warnings = context.reported.flatMap((one) => (one.kind === 'warning' ? [one.message] : []));
    expect(warnings.at(-1)).toMatch(
      /^Modules for 6\.12\.0-test are built by gcc \(Debian\) 12\.2\.0, and the kernel by gcc-14/,
    );
    expect(warnings.at(-1)).toContain('they may not build, or not load. The kernel’s could not be fetched: ');
  });

  it('is named with make, if there is none and it cannot be fetched', async () => {
    hostWith({ 'apt-get': '#!/bin/sh\nexit 1\n' });
    await expect(provideCompiler({ kind: 'auto' }, headers, context)).rejects.toMatchObject({
      message: expect.stringMatching(/^Modules for 6\.12\.0-test need gcc-14 and make\. This host does not/) as string,
      hint: 'Check the network, or install: sudo apt-get install gcc-14 make',
    });
  });

  it('is the host’s for a kernel of no distribution, with a warning if it is another version', async () => {
    hostWith({ make, gcc: saysVersion('gcc', '12.2.0') });
    const own = {
      release: 'own',
      arch: 'x86_64' as const,
      makeArgs: ['-C', root],
      key: 'k',
      compiler: headers.compiler,
      origin: undefined,
    };
    expect(await provideCompiler({ kind: 'auto' }, own, context)).toMatchObject({ command: 'gcc', makeArgs: [] });
    expect(context.reported).toMatchObject([{ kind: 'warning' }]);
  });
});

describe('by choice', () => {
  it('is that of the kernel’s distribution, also if the host has the same', async () => {
    hostWith({ make, gcc: saysVersion('gcc', '14.2.0') });
    await storeToolchain(context, gcc14Packages, { 'usr/bin/gcc-14': saysVersion('gcc-14', '14.2.1') });
    expect(await provideCompiler({ kind: 'kernel' }, headers, context)).toMatchObject({
      title: 'gcc-14 (Debian) 14.2.1',
    });
  });

  it('is refused where no distribution has it', async () => {
    await expect(provideCompiler({ kind: 'kernel' }, { ...headers, origin: undefined }, context)).rejects.toThrow(
      '--compiler kernel: the kernel 6.12.0-test is given by its path, so no distribution has its compiler.',
    );
  });

  it('is the host’s, and nothing is fetched or said', async () => {
    hostWith({ make, gcc: saysVersion('gcc', '12.2.0') });
    expect(await provideCompiler({ kind: 'host' }, headers, context)).toMatchObject({ title: 'gcc (Debian) 12.2.0' });
    expect(context.reported).toEqual([]);
  });

  it('without the compiler names the package to install', async () => {
    hostWith({ make });
    const spec = { kind: 'program', text: 'gcc-99', program: 'gcc-99' } as const;
    await expect(provideCompiler(spec, headers, context)).rejects.toMatchObject({
      message: 'gcc-99 is needed to build modules, but not found.',
      hint: 'Install: sudo apt-get install gcc-99',
    });
  });

  it('is refused if it is no compiler', async () => {
    hostWith({ make, nocc: '#!/bin/sh\necho none\n' });
    const spec = { kind: 'program', text: './nocc', program: join(root, 'bin/nocc') } as const;
    await expect(provideCompiler(spec, headers, context)).rejects.toThrow(
      `${root}/bin/nocc: expected gcc or clang, found a program whose --version begins with "none".`,
    );
  });

  it('is a word or a path', () => {
    const spec = (text: string): unknown => {
      const parsed = parseCompilerSpec(text, '/w');
      return parsed.kind === 'spec' ? parsed.spec : parsed.problem.message;
    };
    expect(spec('host')).toEqual({ kind: 'host' });
    expect(spec('clang-19')).toEqual({ kind: 'program', text: 'clang-19', program: 'clang-19' });
    expect(spec('./gcc')).toEqual({ kind: 'program', text: './gcc', program: '/w/gcc' });
    expect(spec('hots')).toBe('hots: expected a compiler');
    expect(spec('')).toBe('expected a compiler, found nothing');
  });
});

describe('clang', () => {
  const clang = { family: 'clang', major: 19 } as const;

  it('brings the programs that are installed beside it', () => {
    expect(compilerChoice('clang-19', clang, () => true)).toEqual([
      'LLVM=1',
      'CC=clang-19',
      'LD=ld.lld-19',
      'AR=llvm-ar-19',
      'NM=llvm-nm-19',
      'OBJCOPY=llvm-objcopy-19',
      'OBJDUMP=llvm-objdump-19',
      'READELF=llvm-readelf-19',
      'STRIP=llvm-strip-19',
    ]);
    expect(compilerChoice('/opt/bin/clang', clang, (name) => name === '/opt/bin/llvm-nm')).toEqual([
      'LLVM_IAS=1',
      'CC=/opt/bin/clang',
      'NM=/opt/bin/llvm-nm',
    ]);
  });

  it('gets its own flags for a kernel that gcc built, and no other', () => {
    writeTree(root, { 'gcc/.config': 'CONFIG_FTRACE_MCOUNT_USE_CC=y\n', 'clang/.config': 'CONFIG_CC_IS_CLANG=y\n' });
    expect(configurationFor(clang, join(root, 'gcc'))).toContain('CONFIG_FTRACE_MCOUNT_USE_RECORDMCOUNT=y');
    expect(configurationFor(clang, join(root, 'gcc'))).toContain('CONFIG_CLANG_VERSION=190000');
    expect(configurationFor(clang, join(root, 'clang'))).toEqual([]);
    expect(configurationFor({ family: 'gcc', major: 14 }, join(root, 'gcc'))).toEqual([]);
  });
});

describe('the build programs of a kernel', () => {
  const program = (): string => join(root, 'headers/scripts/mod/modpost');

  it('are started by the host if it can', async () => {
    copyHostPrograms(join(root, 'elsewhere'), ['../headers/scripts/mod/modpost']);
    expect(await provideStarter(hostGcc, headers, context)).toBe(hostGcc);
  });

  it('are started with fetched libraries if the host has none for them', async () => {
    copyHostPrograms(join(root, 'elsewhere'), ['../headers/scripts/mod/modpost']);
    // Another number of the same length: no host has it.
    writeFileSync(program(), readFileSync(program(), 'latin1').replaceAll('libc.so.6', 'libc.so.9'), 'latin1');
    const directory = await storeToolchain(context, ['libc6', 'libelf1'], {});
    expect((await provideStarter(hostGcc, headers, context)).starter?.root).toBe(directory);
  });
});

it('a damaged toolchain is named, with how to fetch it again', async () => {
  hostWith({});
  const directory = await storeToolchain(context, gcc14Packages, {});
  writeFileSync(join(directory, 'asset.json'), '{}');
  await expect(provideCompiler({ kind: 'kernel' }, headers, context)).rejects.toMatchObject({
    message: `${directory} is damaged.`,
    hint: `Remove it to fetch it again: rm -r ${directory}`,
  });
});
