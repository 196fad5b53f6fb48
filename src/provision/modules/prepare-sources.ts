import { dirname, join } from 'node:path';
import { CommandNotStarted, runCommand } from '../../host/process/command.ts';
import { type BuildPlace, buildEnvironment, kernelEnvironment } from './build-place.ts';

export interface Preparation extends Pick<BuildPlace, 'headers' | 'compiler' | 'kernelDirectory' | 'tree'> {
  /** `info/build`: absolute. */
  readonly program: string;
  /** The directories of modules, relative to the tree. */
  readonly directories: readonly string[];
}

/**
 * Runs the suite's own step before the build, in the copied sources: in the directory of the modules, or if there are
 * several, in the one that holds them all.
 */
export async function prepareSources(
  { program, directories, ...place }: Preparation,
  signal: AbortSignal,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const directory = directories.reduce(commonParent);
  const { tree } = place;
  const env = buildEnvironment({ ...place, directory }, kernelEnvironment(place));
  try {
    const { exitCode, output } = await runCommand([program], { cwd: join(tree, directory), env, signal });
    return { ok: exitCode === 0, output: output.replaceAll(`${tree}/`, '') };
  } catch (error) {
    if (!(error instanceof CommandNotStarted)) throw error;
    return { ok: false, output: `${program} could not be started: is the program of its first line there?\n` };
  }
}

function commonParent(a: string, b: string): string {
  let parent = a;
  while (parent !== '.' && b !== parent && !b.startsWith(`${parent}/`)) parent = dirname(parent);
  return parent;
}
