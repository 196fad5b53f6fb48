import type { ArchitectureName } from '../../architecture/architecture.ts';
import { findProgram, isExecutableFile } from '../../host/environment.ts';
import type { CompilerSpec } from '../../plan/compiler-spec.ts';
import { buildDirectoryOf } from '../kernel/headers.ts';
import { type KernelHeaders, ProvisionError } from '../provisioned.ts';
import { type FoundCompiler, identifyCompiler } from './identify-compiler.ts';
import { crossPrefix, crossVariables, programFor } from './cross-compiler.ts';
import type { CompilerVersion } from './kernel-compiler.ts';
import { compilerChoice, configurationFor, flagsFor } from './make-variables.ts';
import type { ModuleCompiler } from './module-compiler.ts';

/** The host's compiler of a kernel's major version, where the host has make, too; undefined: it has none. */
export async function fittingOnHost(
  wanted: CompilerVersion,
  arch: ArchitectureName,
  signal: AbortSignal,
): Promise<FoundCompiler | undefined> {
  if (!hostHas('make')) return undefined;
  for (const program of [programFor(wanted, arch), familyFor(wanted.family, arch)]) {
    if (!hostHas(program)) continue;
    const found = await identifyCompiler(program, signal);
    if (found.family === wanted.family && found.major === wanted.major) return found;
  }
  return undefined;
}

/** The same, or else any other of that kind. @throws ProvisionError that names what is missing */
export async function bestOnHost({ compiler, arch }: KernelHeaders, signal: AbortSignal): Promise<FoundCompiler> {
  const fitting = compiler && (await fittingOnHost(compiler, arch, signal));
  if (fitting !== undefined) return fitting;
  const program = familyFor(compiler?.family ?? 'gcc', arch);
  requirePrograms(program, 'make');
  return await identifyCompiler(program, signal);
}

/** The one that the user named. @throws ProvisionError when it is missing, or no compiler */
export async function namedCompiler(
  { text, program }: Extract<CompilerSpec, { readonly kind: 'program' }>,
  signal: AbortSignal,
): Promise<FoundCompiler> {
  if (program.includes('/') && !isExecutableFile(program))
    throw new ProvisionError(`--compiler ${text}: expected a compiler there, found no program.`);
  requirePrograms(program, 'make');
  return await identifyCompiler(program, signal);
}

/** How it builds modules with these headers. */
export function asModuleCompiler(found: FoundCompiler, headers: KernelHeaders): ModuleCompiler {
  const { family, major, program, title, identity } = found;
  const directory = buildDirectoryOf(headers);
  // Without a choice, kbuild takes gcc.
  const isDefault = program === 'gcc' && headers.unpackedRoot === undefined;
  const choice = isDefault ? [] : compilerChoice(program, found, hostHas);
  return {
    family,
    major,
    title,
    key: identity,
    command: program,
    makeArgs: [...crossVariables(headers.arch), ...choice, ...configurationFor(found, directory)],
    flags: flagsFor(found, directory),
    env: {},
    strip: findProgram(`${crossPrefix(headers.arch)}strip`) ?? findProgram('llvm-strip'),
    starter: undefined,
  };
}

/** `gcc`, `aarch64-linux-gnu-gcc`, `clang` */
export function familyFor(family: CompilerVersion['family'], arch: ArchitectureName): string {
  return family === 'clang' ? family : `${crossPrefix(arch)}${family}`;
}

/** Whether the host can start a program: a name on PATH, or a path. */
export function hostHas(program: string): boolean {
  return program.includes('/') ? isExecutableFile(program) : findProgram(program) !== undefined;
}

/** `aarch64-linux-gnu-gcc` is in the package `gcc-aarch64-linux-gnu`. */
function packageOf(program: string): string {
  return program.replace(/^(\w+-linux-gnu)-(gcc)$/, '$2-$1');
}

function requirePrograms(...programs: readonly string[]): void {
  const missing = programs.filter((program) => !hostHas(program));
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} needed to build modules, but not found.`,
    { hint: `Install: sudo apt-get install ${missing.map(packageOf).join(' ')}` },
  );
}
