import { join } from 'node:path';
import { processorCount } from '../../host/environment.ts';
import type { CommandResult } from '../../host/process/command.ts';
import { refuseShortage } from '../host-shortage.ts';
import { ProvisionError } from '../provisioned.ts';
import { runRequired } from '../required-program.ts';
import {
  type BuildPlace,
  buildEnvironment,
  compilerVariables,
  headersArgs,
  headersVariables,
  kernelEnvironment,
  locationVariables,
} from './build-place.ts';

/** Runs kbuild on one directory. @throws as `runBuild` */
export async function runKbuild(place: BuildPlace, signal: AbortSignal): Promise<CommandResult> {
  return await runBuild(['make', ...kbuildArgs(place, processorCount())], buildEnvironment(place), place, signal);
}

/** make's arguments for kbuild. */
export function kbuildArgs(place: BuildPlace, jobs: number): string[] {
  return [
    `-j${jobs}`,
    '--output-sync=target',
    '--no-print-directory',
    ...headersArgs(place),
    `M=${join(place.tree, place.directory)}`,
    ...compilerVariables(place),
    ...locationVariables(place),
    'modules',
  ];
}

/**
 * Runs a command that calls make itself, in the directory of the module. It cannot be given arguments, so make gets
 * them in the environment. @throws as `runBuild`
 */
export async function runOwnCommand(
  argv: readonly [string, ...string[]],
  place: BuildPlace,
  signal: AbortSignal,
): Promise<CommandResult> {
  const env = buildEnvironment(place, {
    ...kernelEnvironment(place),
    MAKEFLAGS: makeFlags(place, processorCount()),
  });
  return await runBuild(argv, env, place, signal);
}

/** `MAKEFLAGS` as make reads it: variables count as if they stood on the command line. */
function makeFlags(place: BuildPlace, jobs: number): string {
  const variables = [
    ...headersVariables(place.headers),
    ...place.compiler.makeArgs,
    ...compilerVariables(place),
    ...locationVariables(place),
  ];
  const words = variables.map((word) => word.replaceAll('$', '$$$$').replaceAll(/[\\\s]/g, String.raw`\$&`));
  return [`-j${jobs}`, '--output-sync=target', '--no-print-directory', '--', ...words].join(' ');
}

/**
 * Runs a program of the build. @throws ProvisionError when it is missing, was killed, or the kernel's build programs do
 * not run here @throws the signal's reason
 */
async function runBuild(
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
  { tree, directory }: BuildPlace,
  signal: AbortSignal,
): Promise<CommandResult> {
  const result = await runRequired(argv, { signal, env, cwd: join(tree, directory) });
  const { exitCode, output } = result;
  if (exitCode !== 0) refuseBrokenHost(output, tree, directory);
  if (exitCode === undefined || killedInside(output))
    throw new ProvisionError(
      `Building the modules in ${directory} was interrupted: ${argv[0]} or the compiler was ` +
        `killed${exitCode === undefined ? '' : ', perhaps because the host ran out of memory'}.`,
      { hint: 'Try again; the host’s kernel log (dmesg) shows what killed it' },
    );
  return { ...result, output: output.replaceAll(`${tree}/`, '') };
}

/** gcc's driver and make report killed children in these words. The source is not at fault. */
function killedInside(output: string): boolean {
  return /^make(\[\d+\])?: \*\*\* .* Killed$|fatal error: Killed signal terminated program/m.test(output);
}

/** The kernel's own build programs are precompiled. Missing libraries are not the author's fault. */
function refuseBrokenHost(output: string, tree: string, directory: string): void {
  refuseShortage(output, { root: tree, during: `building the modules in ${directory}` });
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== undefined) {
    throw new ProvisionError(`The kernel's build programs need ${library}, which was not found.`, {
      hint: 'For libelf.so.1: sudo apt-get install libelf1',
    });
  }
  const glibc = /version `(GLIBC_[\d.]+)' not found/.exec(output)?.[1];
  if (glibc !== undefined)
    throw new ProvisionError(`The kernel's build programs need ${glibc}, but this host's is older.`, {
      hint: 'Choose an older kernel, or a newer host',
    });
}
