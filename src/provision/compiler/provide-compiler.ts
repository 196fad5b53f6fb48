import type { CompilerSpec } from '../../plan/compiler-spec.ts';
import { HostShortage } from '../host-shortage.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelHeaders, type PackageOrigin, ProvisionError } from '../provisioned.ts';
import { distributionCompiler } from './distribution-compiler.ts';
import { packageFor, programFor } from './cross-compiler.ts';
import { asModuleCompiler, bestOnHost, familyFor, fittingOnHost, hostHas, namedCompiler } from './host-compiler.ts';
import type { FoundCompiler } from './identify-compiler.ts';
import { type CompilerVersion, versionedName } from './kernel-compiler.ts';
import type { ModuleCompiler } from './module-compiler.ts';

/**
 * The compiler for the modules of one kernel: the host's if it has the version that built the kernel, else that of the
 * kernel's distribution, or what the user chose. @throws ProvisionError when there is none
 */
export async function provideCompiler(
  spec: CompilerSpec,
  headers: KernelHeaders,
  context: ProvisionContext,
): Promise<ModuleCompiler> {
  switch (spec.kind) {
    case 'auto':
      return await fittingCompiler(headers, context);
    case 'host':
      return asModuleCompiler(await bestOnHost(headers, context.signal), headers);
    case 'kernel':
      return await requiredCompiler(headers, context);
    case 'program':
      return asModuleCompiler(await namedCompiler(spec, context.signal), headers);
  }
}

async function fittingCompiler(headers: KernelHeaders, context: ProvisionContext): Promise<ModuleCompiler> {
  const { compiler: wanted, origin } = headers;
  if (wanted === undefined) return asModuleCompiler(await bestOnHost(headers, context.signal), headers);
  const fitting = await fittingOnHost(wanted, headers.arch, context.signal);
  if (fitting !== undefined) return asModuleCompiler(fitting, headers);
  if (origin !== undefined) return await fetchedCompiler(wanted, origin, headers, context);
  const other = await bestOnHost(headers, context.signal);
  warnOfOther(context, { headers, wanted, other }, 'This host has no other.');
  return asModuleCompiler(other, headers);
}

/** Without it, another version of the host is better than nothing. */
async function fetchedCompiler(
  wanted: CompilerVersion,
  origin: PackageOrigin,
  headers: KernelHeaders,
  context: ProvisionContext,
): Promise<ModuleCompiler> {
  try {
    return await distributionCompiler(wanted, origin, headers, context);
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    if (!hostHas(familyFor(wanted.family, headers.arch)) || !hostHas('make')) throw noCompiler(wanted, headers, error);
    const other = await bestOnHost(headers, context.signal);
    warnOfOther(context, { headers, wanted, other }, `The kernel’s could not be fetched: ${firstLine(error.message)}`);
    return asModuleCompiler(other, headers);
  }
}

/** @throws ProvisionError when the kernel is of no distribution, or its compiler cannot be fetched */
async function requiredCompiler(headers: KernelHeaders, context: ProvisionContext): Promise<ModuleCompiler> {
  const { compiler, origin, release } = headers;
  if (origin !== undefined && compiler !== undefined)
    return await distributionCompiler(compiler, origin, headers, context);
  const reason =
    origin === undefined
      ? `the kernel ${release} is given by its path, so no distribution has its compiler`
      : `the headers of ${release} do not say which compiler built it`;
  throw new ProvisionError(`--compiler kernel: ${reason}.`, {
    hint: 'Leave out --compiler, or name a compiler of this host: --compiler gcc-14',
  });
}

function noCompiler(wanted: CompilerVersion, { release, arch }: KernelHeaders, cause: ProvisionError): ProvisionError {
  return new ProvisionError(
    `Modules for ${release} need ${programFor(wanted, arch)} and make. This host does not have them, and they could ` +
      `not be fetched: ${cause.message}`,
    { hint: `Check the network, or install: sudo apt-get install ${packageFor(wanted, arch)} make`, cause },
  );
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/:$/, '.');
}

interface OtherCompiler {
  readonly headers: KernelHeaders;
  readonly wanted: CompilerVersion;
  readonly other: FoundCompiler;
}

function warnOfOther(context: ProvisionContext, { headers, wanted, other }: OtherCompiler, reason: string): void {
  const message =
    `Modules for ${headers.release} are built by ${other.title}, and the kernel by ${versionedName(wanted)}: ` +
    `they may not build, or not load. ${reason}`;
  context.progress({ kind: 'warning', message });
}
