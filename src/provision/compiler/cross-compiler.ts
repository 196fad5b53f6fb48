import type { ArchitectureName } from '../../architecture/architecture.ts';
import { architectureOf } from '../../architecture/architectures.ts';
import { hostsOwn } from '../apt/host-architecture.ts';
import { type CompilerVersion, versionedName } from './kernel-compiler.ts';

/** What stands before the names of programs that build for an architecture: `aarch64-linux-gnu-`; empty: the host's. */
export function crossPrefix(arch: ArchitectureName): string {
  return arch === hostsOwn().name ? '' : `${architectureOf(arch).triplet}-`;
}

/** The program: `gcc-14`, `aarch64-linux-gnu-gcc-14`. clang builds for every architecture. */
export function programFor(wanted: CompilerVersion, arch: ArchitectureName): string {
  return `${wanted.family === 'clang' ? '' : crossPrefix(arch)}${versionedName(wanted)}`;
}

/** Its package in Debian and Ubuntu: `gcc-14`, `gcc-14-aarch64-linux-gnu`. */
export function packageFor(wanted: CompilerVersion, arch: ArchitectureName): string {
  return `${versionedName(wanted)}${wanted.family === 'clang' ? '' : packageEnding(arch)}`;
}

/** `binutils`, `binutils-aarch64-linux-gnu` */
export function binutilsFor(arch: ArchitectureName): string {
  return `binutils${packageEnding(arch)}`;
}

function packageEnding(arch: ArchitectureName): string {
  const prefix = crossPrefix(arch);
  return prefix === '' ? '' : `-${prefix.slice(0, -1).replaceAll('_', '-')}`;
}

/** The variables by which kbuild builds for another architecture than the host's. */
export function crossVariables(arch: ArchitectureName): readonly string[] {
  const prefix = crossPrefix(arch);
  return prefix === '' ? [] : [`ARCH=${architectureOf(arch).kbuild}`, `CROSS_COMPILE=${prefix}`];
}
