import { basename, join } from 'node:path';
import { kindOfFile, realPath } from '../../host/files/file-facts.ts';
import { HostShortage } from '../host-shortage.ts';
import { buildDirectoryOf } from '../kernel/headers.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { type KernelHeaders, ProvisionError } from '../provisioned.ts';
import { inEnglish, runRequired } from '../required-program.ts';
import { programsBelow } from '../toolchain/mirror-programs.ts';
import { fetchFrom, librariesOfHeaders } from './distribution-compiler.ts';
import type { ModuleCompiler } from './module-compiler.ts';

/** Where headers have programs that run on the host. */
export const programDirectories: readonly string[] = ['scripts', 'tools'];

/**
 * The same compiler, with something that starts the build programs in the kernel's headers (modpost, objtool, …) if the
 * host cannot: they are made for the C library of their suite, and need libelf. @throws ProvisionError when it cannot
 * be fetched
 */
export async function provideStarter(
  compiler: ModuleCompiler,
  headers: KernelHeaders,
  context: ProvisionContext,
): Promise<ModuleCompiler> {
  const { origin } = headers;
  if (compiler.starter !== undefined || origin === undefined) return compiler;
  if (await hostStartsPrograms(headers, context.signal)) return compiler;
  const what = `libraries for the build programs of ${headers.release}`;
  try {
    return { ...compiler, starter: await fetchFrom(origin, librariesOfHeaders, what, context) };
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    const reason = 'This host cannot start the build programs of the kernel, and what they need could not be fetched';
    throw new ProvisionError(`${reason}: ${error.message}`, {
      hint: 'Check the network, or choose an older kernel or a newer host',
      cause: error,
    });
  }
}

async function hostStartsPrograms(headers: KernelHeaders, signal: AbortSignal): Promise<boolean> {
  const directories = programDirectories
    .map((name) => join(buildDirectoryOf(headers), name))
    .filter((path) => kindOfFile(path) === 'directory');
  const programs = directories.flatMap((path) => programsBelow(realPath(path)));
  for (const program of programs.filter((path) => modulePrograms.test(basename(path))))
    if (!(await hostStarts(program, signal))) return false;
  return true;
}

/** Those that the build of a module starts. Debian has some for several architectures. Others need more libraries. */
const modulePrograms = /^(modpost|fixdep|genksyms|gendwarfksyms|objtool|recordmcount)(\.real-(lsb-64|x86))?$/;

/**
 * The host's dynamic linker finds the libraries and their versions, and ends before the program begins (ld.so(8)).
 * `env` sets the variable for that program only.
 */
async function hostStarts(program: string, signal: AbortSignal): Promise<boolean> {
  const argv = ['env', 'LD_TRACE_LOADED_OBJECTS=1', program] as const;
  const { exitCode, output } = await runRequired(argv, { env: inEnglish(), signal });
  return exitCode === 0 && !output.includes('not found');
}
