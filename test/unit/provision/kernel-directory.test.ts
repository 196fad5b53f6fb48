import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ModuleCompiler } from '../../../src/provision/compiler/module-compiler.ts';
import { provideKernelDirectory } from '../../../src/provision/modules/kernel-directory.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

it('the two directories of unpacked headers are one for scripts and Makefiles', () => {
  const root = temporaryDirectory();
  writeTree(root, {
    'usr/src/own/Makefile': 'KBUILD_OUTPUT=/usr/src/own\ninclude /usr/src/common/Makefile\n',
    'usr/src/own/.config': 'CONFIG_PCI=y\n',
    'usr/src/own/include/generated/utsrelease.h': 'own\n',
    'usr/src/own/arch/x86/include/generated/asm.h': 'own\n',
    'usr/src/common/Makefile': 'all:\n',
    'usr/src/common/include/linux/kernel.h': 'shared\n',
    'usr/src/common/arch/x86/include/asm/io.h': 'shared\n',
  });
  const makeArgs = ['-C', join(root, 'usr/src/own')];
  const headers = {
    release: 'r',
    arch: 'x86_64' as const,
    key: '',
    unpackedRoot: root,
    makeArgs,
    compiler: undefined,
    origin: undefined,
  };
  const place = join(root, 'kernel');
  provideKernelDirectory(headers, { starter: undefined } as unknown as ModuleCompiler, place);
  const read = (path: string): string => readFileSync(join(place, path), 'utf8');
  expect(read('Makefile')).toBe(`KBUILD_OUTPUT=${place}\ninclude ${root}/usr/src/common/Makefile\n`);
  expect(read('.config')).toBe('CONFIG_PCI=y\n');
  expect(['include/generated/utsrelease.h', 'arch/x86/include/generated/asm.h'].map(read)).toEqual(['own\n', 'own\n']);
  expect(['include/linux/kernel.h', 'arch/x86/include/asm/io.h'].map(read)).toEqual(['shared\n', 'shared\n']);
});
