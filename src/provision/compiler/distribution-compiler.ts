import { basename, join } from 'node:path';
import type { ArchitectureName } from '../../architecture/architecture.ts';
import { isExecutableFile } from '../../host/environment.ts';
import { HostShortage } from '../host-shortage.ts';
import { buildDirectoryOf } from '../kernel/headers.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelHeaders, type PackageOrigin, ProvisionError } from '../provisioned.ts';
import { provideToolchain, type Toolchain } from '../toolchain/toolchain.ts';
import { identifyCompiler } from './identify-compiler.ts';
import { binutilsFor, crossPrefix, crossVariables, packageFor, programFor } from './cross-compiler.ts';
import type { CompilerVersion } from './kernel-compiler.ts';
import { compilerChoice, configurationFor, flagsFor } from './make-variables.ts';
import type { ModuleCompiler } from './module-compiler.ts';

/**
 * The compiler that built a kernel, from the suite that the kernel is from. @throws ProvisionError when it cannot be
 * fetched
 */
export async function distributionCompiler(
  wanted: CompilerVersion,
  origin: PackageOrigin,
  headers: KernelHeaders,
  context: ProvisionContext,
): Promise<ModuleCompiler> {
  const toolchain = await fetchFrom(
    origin,
    packagesFor(wanted, headers.arch),
    packageFor(wanted, headers.arch),
    context,
  );
  const program = programFor(wanted, headers.arch);
  const found = await identifyCompiler(program, context.signal, join(toolchain.bin, program));
  const choice = compilerChoice(program, found, (name) => isExecutableFile(join(toolchain.bin, name)));
  const directory = buildDirectoryOf(headers);
  return {
    family: found.family,
    major: found.major,
    title: found.title,
    key: `${basename(toolchain.root)}\n${found.identity}`,
    command: program,
    makeArgs: [...crossVariables(headers.arch), ...choice, ...configurationFor(found, directory)],
    flags: flagsFor(found, directory),
    env: toolchain.env,
    strip: join(toolchain.bin, `${crossPrefix(headers.arch)}strip`),
    starter: toolchain,
  };
}

/** What the build programs in a kernel's headers need: objtool reads object files with libelf. */
export const librariesOfHeaders = ['libc6', 'libelf1'] as const;

/** With make, and with what the build programs in the headers need. */
function packagesFor(wanted: CompilerVersion, arch: ArchitectureName): readonly string[] {
  const llvm = wanted.family === 'clang' ? [`lld-${wanted.major}`, `llvm-${wanted.major}`] : [];
  return [packageFor(wanted, arch), ...llvm, binutilsFor(arch), 'make', ...librariesOfHeaders];
}

/** Packages from the first of the places that has them. @throws ProvisionError of the first place, if none has them */
export async function fetchFrom(
  { release, places }: PackageOrigin,
  packages: readonly string[],
  what: string,
  context: ProvisionContext,
): Promise<Toolchain> {
  let failure: ProvisionError | undefined;
  for (const suites of places) {
    try {
      const title = `${what} (${release.distribution} ${suites[0] ?? ''})`;
      return await provideToolchain(context, { release, suites, packages, title });
    } catch (error) {
      if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new Error(`Internal error: a kernel of ${release.distribution} is from no suite`);
}
