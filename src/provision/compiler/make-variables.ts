import { basename, dirname, join } from 'node:path';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import type { CompilerVersion } from './kernel-compiler.ts';
import { isBuiltByClang } from './kernel-compiler.ts';

/** Programs of LLVM beside clang, by the variables of the kernel's build. */
const llvmTools: Readonly<Record<string, string>> = {
  LD: 'ld.lld',
  AR: 'llvm-ar',
  NM: 'llvm-nm',
  OBJCOPY: 'llvm-objcopy',
  OBJDUMP: 'llvm-objdump',
  READELF: 'llvm-readelf',
  STRIP: 'llvm-strip',
};

/**
 * The variables for make that choose a compiler. clang brings programs of the same version, where they are installed;
 * for the others, those of GNU do. @param isThere whether a program can be started
 */
export function compilerChoice(
  program: string,
  { family }: CompilerVersion,
  isThere: (program: string) => boolean,
): readonly string[] {
  if (family === 'gcc') return [`CC=${program}`];
  const beside = (tool: string): string =>
    join(dirname(program), basename(program).replace('clang', tool)).replace(/^\.\//, '');
  const tools = Object.entries(llvmTools).filter(([, tool]) => isThere(beside(tool)));
  const hasAll = tools.length === Object.keys(llvmTools).length;
  const chosen = tools.map(([variable, tool]) => `${variable}=${beside(tool)}`);
  return [hasAll ? 'LLVM=1' : 'LLVM_IAS=1', `CC=${program}`, ...chosen];
}

/**
 * The build takes its flags from the kernel's configuration, so clang would get those of the gcc that built the kernel.
 * These variables have precedence over the configuration. What only the compiler of the kernel itself can do
 * (alignment of functions, its own list of traced functions) is left to objtool, or out.
 */
export function configurationFor({ family, major }: CompilerVersion, buildDirectory: string): readonly string[] {
  const config = readTextIfThere(join(buildDirectory, '.config')) ?? '';
  if (family === 'gcc' || isBuiltByClang(config)) return [];
  const has = (name: string): boolean => new RegExp(`^${name}=y$`, 'm').test(config);
  return [
    'CONFIG_CC_IS_GCC=',
    'CONFIG_CC_IS_CLANG=y',
    'CONFIG_GCC_VERSION=0',
    `CONFIG_CLANG_VERSION=${major * 10_000}`,
    'CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT=',
    'CONFIG_CC_IMPLICIT_FALLTHROUGH=-Wimplicit-fallthrough',
    ...(has('CONFIG_UBSAN_BOUNDS_STRICT') ? ['CONFIG_UBSAN_BOUNDS_STRICT=', 'CONFIG_UBSAN_ARRAY_BOUNDS=y'] : []),
    ...(has('CONFIG_FTRACE_MCOUNT_USE_CC') ? listedBy(has('CONFIG_HAVE_OBJTOOL_NOP_MCOUNT')) : []),
  ];
}

/**
 * gcc lists the calls that ftrace replaces, and leaves them as calls. The kernel expects the same of a module. Until
 * Linux 6.1, objtool replaced them at once, and only recordmcount did not.
 */
function listedBy(objtoolHasChoice: boolean): readonly string[] {
  return objtoolHasChoice
    ? ['CONFIG_FTRACE_MCOUNT_USE_CC=', 'CONFIG_FTRACE_MCOUNT_USE_OBJTOOL=y', 'CONFIG_HAVE_OBJTOOL_NOP_MCOUNT=']
    : ['CONFIG_FTRACE_MCOUNT_USE_CC=', 'CONFIG_FTRACE_MCOUNT_USE_RECORDMCOUNT=y'];
}

/** The headers were made for a gcc that knows address spaces by other means than clang. */
export function flagsFor({ family }: CompilerVersion, buildDirectory: string): readonly string[] {
  const config = readTextIfThere(join(buildDirectory, '.config')) ?? '';
  return family === 'clang' && !isBuiltByClang(config) ? ['-Wno-duplicate-decl-specifier'] : [];
}
