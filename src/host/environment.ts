import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A variable of this process's environment. An empty one counts as not set. */
export function environmentVariable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** The whole environment with some variables set, or removed by `undefined`. */
export function environmentWith(changes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const merged: Readonly<Record<string, string | undefined>> = { ...process.env, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function homeDirectory(): string {
  return homedir();
}

/** Whether this process is root's. */
export function isSuperuser(): boolean {
  return process.getuid?.() === 0;
}

/** The number of processors that this process may use. */
export function processorCount(): number {
  return availableParallelism();
}

/** Node's name for this machine's architecture: `x64`, `arm64`, … */
export function hostArchitecture(): string {
  return process.arch;
}

/** The path of a program on PATH; undefined when there is none. */
export function findProgram(name: string): string | undefined {
  return pathDirectories()
    .map((directory) => join(directory, name))
    .find(isExecutableFile);
}

/** All programs on PATH with a matching name. */
export function programsOnPath(name: RegExp): readonly string[] {
  const named = (directory: string): string[] =>
    namesIn(directory)
      .filter((entry) => name.test(entry))
      .map((entry) => join(directory, entry));
  return pathDirectories().flatMap(named).filter(isExecutableFile);
}

function pathDirectories(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    // A directory on PATH may be missing or unreadable. Then it contributes no programs.
    return [];
  }
}

export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Missing or unreadable: either way it cannot be run.
    return false;
  }
}

/** Only these variables of the environment, plus some that are set. */
export function environmentOnly(
  names: readonly string[],
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = names
    .map((name) => [name, process.env[name]])
    .filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(kept), ...changes };
}

/** The names of non-empty variables in this process's environment that match. */
export function variableNames(isWanted: (name: string) => boolean): readonly string[] {
  return Object.entries(process.env).flatMap(([name, value]) => (isWanted(name) && value ? [name] : []));
}

/**
 * Removes variables from this process's environment, so that no program it starts gets them. Absent and empty ones are
 * omitted.
 */
export function takeVariables(isTaken: (name: string) => boolean): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  for (const [name, value] of Object.entries(process.env)) {
    if (!isTaken(name)) continue;
    if (value !== undefined && value !== '') taken.set(name, value);
    Reflect.deleteProperty(process.env, name);
  }
  return taken;
}
