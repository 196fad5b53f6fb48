import { expect, it } from 'vitest';
import {
  binutilsFor,
  crossPrefix,
  crossVariables,
  packageFor,
  programFor,
} from '../../../src/provision/compiler/cross-compiler.ts';

const gcc = { family: 'gcc', major: 12 } as const;
const clang = { family: 'clang', major: 19 } as const;

it('the host builds for itself as it always did', () => {
  expect([crossPrefix('x86_64'), programFor(gcc, 'x86_64'), packageFor(gcc, 'x86_64')]).toEqual([
    '',
    'gcc-12',
    'gcc-12',
  ]);
  expect([binutilsFor('x86_64'), crossVariables('x86_64')]).toEqual(['binutils', []]);
});

it.each([
  ['aarch64', 'aarch64-linux-gnu', 'arm64'],
  ['riscv64', 'riscv64-linux-gnu', 'riscv'],
] as const)('for %s there are programs and packages of other names, and clang', (arch, triplet, kbuild) => {
  expect(programFor(gcc, arch)).toBe(`${triplet}-gcc-12`);
  expect(packageFor(gcc, arch)).toBe(`gcc-12-${triplet}`);
  expect(binutilsFor(arch)).toBe(`binutils-${triplet}`);
  expect(crossVariables(arch)).toEqual([`ARCH=${kbuild}`, `CROSS_COMPILE=${triplet}-`]);
  expect([programFor(clang, arch), packageFor(clang, arch)]).toEqual(['clang-19', 'clang-19']);
});
