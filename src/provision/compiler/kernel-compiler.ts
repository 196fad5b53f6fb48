import { join } from 'node:path';
import { readTextIfThere } from '../../host/files/file-facts.ts';

/** A compiler as far as it matters for modules. */
export interface CompilerVersion {
  readonly family: 'gcc' | 'clang';
  /** `14`: code and flags of one major version fit together. */
  readonly major: number;
}

/** `gcc-14`: as Debian and Ubuntu call its program and its package. */
export function versionedName({ family, major }: CompilerVersion): string {
  return `${family}-${major}`;
}

/** The compiler that built a kernel, as its headers say; undefined: they do not say. */
export function readKernelCompiler(buildDirectory: string): CompilerVersion | undefined {
  const config = readTextIfThere(join(buildDirectory, '.config')) ?? '';
  const number = (name: string): number => Number(new RegExp(`^${name}=(\\d{1,9})$`, 'm').exec(config)?.[1] ?? 0);
  const major = (name: string): number => Math.floor(number(name) / 10_000);
  if (isBuiltByClang(config)) return known('clang', major('CONFIG_CLANG_VERSION'));
  return known('gcc', major('CONFIG_GCC_VERSION')) ?? fromKernelVariables(buildDirectory);
}

export function isBuiltByClang(config: string): boolean {
  return /^CONFIG_CC_IS_CLANG=y$/m.test(config);
}

/** Where Debian's headers set `CC`. */
function fromKernelVariables(buildDirectory: string): CompilerVersion | undefined {
  const text = readTextIfThere(join(buildDirectory, '.kernelvariables')) ?? '';
  return known('gcc', Number(/^CC\s*:?=.*\bgcc-(\d{1,3})\s*$/m.exec(text)?.[1] ?? 0));
}

function known(family: CompilerVersion['family'], major: number): CompilerVersion | undefined {
  return major > 0 ? { family, major } : undefined;
}
