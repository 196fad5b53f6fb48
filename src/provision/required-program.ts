import { environmentWith, findProgram } from '../host/environment.ts';
import { CommandNotStarted, type CommandOptions, type CommandResult, runCommand } from '../host/process/command.ts';
import { ProvisionError } from './provisioned.ts';

/** The packages of programs that the host needs. */
const packages: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  'apt-cache': 'apt',
  'dpkg-deb': 'dpkg',
  flock: 'util-linux',
  strip: 'binutils',
};

/**
 * Runs a program that the host must have. @throws ProvisionError that names the package when it is missing @throws the
 * signal's reason when it aborts
 */
export async function runRequired(
  argv: readonly [string, ...string[]],
  options: CommandOptions,
): Promise<CommandResult> {
  try {
    return await runCommand(argv, options);
  } catch (error) {
    throw error instanceof CommandNotStarted ? programMissing(error) : error;
  }
}

/** For programs that a script runs. @throws ProvisionError that names the package of one that is missing */
export function requirePrograms(...names: readonly string[]): void {
  const missing = names.find((name) => findProgram(name) === undefined);
  if (missing !== undefined)
    throw new ProvisionError(`${missing} is needed, but was not found.`, { hint: installHint(missing) });
}

/** The environment for programs whose output we parse. */
export function inEnglish(changes: Readonly<Record<string, string | undefined>> = {}): Record<string, string> {
  return environmentWith({ LC_ALL: 'C', LANGUAGE: undefined, ...changes });
}

/** How a command failed: `exit status 2`, `killed by SIGKILL`. */
export function endingWords({ exitCode, signal }: Pick<CommandResult, 'exitCode' | 'signal'>): string {
  return exitCode === undefined ? `killed by ${signal ?? 'a signal'}` : `exit status ${exitCode}`;
}

/** A sentence, and the command that installs what is missing. */
export function programMissing(error: CommandNotStarted): ProvisionError {
  const name = error.program.slice(error.program.lastIndexOf('/') + 1);
  return new ProvisionError(`${name} is needed, but could not be started.`, {
    hint: installHint(name),
    cause: error,
  });
}

export function installHint(program: string): string {
  return `Install it: sudo apt-get install ${packages[program] ?? program}`;
}

/** The last lines of a program's output: enough to see why it failed. */
export function lastLines(output: string, count = 5): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
