import { join } from 'node:path';
import { environmentWith, findProgram, hostArchitecture } from '../host/environment.ts';
import { writeFileAt } from '../host/files/file-changes.ts';
import { runCommand } from '../host/process/command.ts';
import { refuseShortage } from './host-shortage.ts';
import type { ProvisionContext } from './provision-context.ts';
import { withProgress } from './provisioned.ts';
import { endingWords } from './required-program.ts';

/** A small C program of ours for this host. */
export interface HostProgramRequest {
  /** The name of its file. */
  readonly name: string;
  readonly source: string;
}

/** `reason`: the end of a sentence, with the command that installs what is missing. */
export type HostProgram =
  | { readonly kind: 'ready'; readonly program: string }
  | { readonly kind: 'absent'; readonly reason: string };

/** Static, so that a cached one runs on a host with another C library. */
const compilerArgs = ['-std=c11', '-O2', '-fstack-protector-strong', '-static'] as const;
const install = 'sudo apt-get install gcc libc6-dev';

/**
 * Builds a program once and stores it by the digest of its source. If the store has it, no compiler is needed. @throws
 * ProvisionError when the store cannot be written
 */
export async function provideHostProgram(
  { name, source }: HostProgramRequest,
  context: ProvisionContext,
): Promise<HostProgram> {
  const asset = { kind: 'host-program', key: ['1', hostArchitecture(), ...compilerArgs, source].join('\n') } as const;
  const pathIn = (directory: string): HostProgram => ({ kind: 'ready', program: join(directory, name) });
  const there = context.store.find(asset);
  if (there !== undefined) return pathIn(there);
  const compiler = findProgram('gcc');
  if (compiler === undefined)
    return { kind: 'absent', reason: `${name} needs gcc, which was not found; to install it: ${install}` };
  try {
    const make = (staging: string): Promise<void> => compile({ name, source, compiler }, staging, context.signal);
    return pathIn(
      await withProgress(context.progress, { what: name, activity: 'building' }, () =>
        context.store.provide({ ...asset, signal: context.signal, make }),
      ),
    );
  } catch (error) {
    if (!(error instanceof NotCompiled)) throw error;
    return {
      kind: 'absent',
      reason: `gcc did not build ${name} (${error.message}); to install what it needs: ${install}`,
    };
  }
}

/** Used only in this file. */
class NotCompiled extends Error {}

async function compile(
  { name, source, compiler }: HostProgramRequest & { readonly compiler: string },
  staging: string,
  signal: AbortSignal,
): Promise<void> {
  const sourcePath = join(staging, `${name}.c`);
  writeFileAt(sourcePath, source);
  const result = await runCommand([compiler, ...compilerArgs, '-o', join(staging, name), sourcePath], {
    cwd: staging,
    env: environmentWith({ LC_ALL: 'C' }),
    signal,
  });
  if (result.exitCode === 0) return;
  refuseShortage(result.output, { root: staging, during: `building ${name}` });
  throw new NotCompiled(firstError(result.output.replaceAll(`${staging}/`, '')) ?? endingWords(result));
}

/** An error of the compiler or the linker. */
function firstError(output: string): string | undefined {
  return output.split('\n').find((line) => /\berror:|cannot find/.test(line));
}
