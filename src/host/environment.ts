import { accessSync, constants, readdirSync, statSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A variable of this process's environment; an empty one counts as not set. */
export function environmentVariable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

/** The whole environment with some variables set, or taken away by `undefined`. */
export function environmentWith(changes: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const merged: Readonly<Record<string, string | undefined>> = { ...process.env, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

export function homeDirectory(): string {
  return homedir();
}

/** How many processors this process may use. */
export function processorCount(): number {
  return availableParallelism();
}

/** Node's name of this machine's architecture: `x64`, `arm64`, … */
export function hostArchitecture(): string {
  return process.arch;
}

/** Where PATH has this program; undefined when it has none. */
export function findProgram(name: string): string | undefined {
  return pathDirectories()
    .map((directory) => join(directory, name))
    .find(isExecutableFile);
}

/** All programs on PATH whose name matches. */
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
    // PATH may name what is not there, or not ours to look at: nothing of it can be run by name.
    return [];
  }
}

export function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    // Not there, or not ours to look at: either way it cannot be run.
    return false;
  }
}

/** Only these variables of the environment, with some set. */
export function environmentOnly(
  names: readonly string[],
  changes: Readonly<Record<string, string>>,
): Record<string, string> {
  const kept = names
    .map((name) => [name, process.env[name]])
    .filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(kept), ...changes };
}

/** The variables of this process's environment that have such a name and a value. */
export function variableNames(isWanted: (name: string) => boolean): readonly string[] {
  return Object.entries(process.env).flatMap(([name, value]) => (isWanted(name) && value ? [name] : []));
}

/**
 * Takes variables out of this process's environment, so that no program that it starts gets them. Absent and empty ones
 * are left out.
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
