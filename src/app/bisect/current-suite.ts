import { join, relative, sep } from 'node:path';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { listDirectory, makeDirectory, removeTree } from '../../host/files/scratch-directory.ts';
import { lastLines, runRequired } from '../../provision/required-program.ts';
import { loadSuites, problemText, RunRefused } from '../load-suites.ts';

/** The suite as it was in the user's checkout when the bisection began, without the driver in it. */
export interface CurrentSuite {
  /** Puts it in the place of the suite of a commit. The commit's driver stays. */
  readonly putInto: (suiteDirectory: string) => Promise<void>;
}

/**
 * Copies the suite to `scratch`, with what is not committed, so that later edits do not matter. Modules inside the
 * suite belong to the commit that is tested, so they are not copied. @throws RunRefused when the suite is not valid
 */
export async function copyCurrentSuite(suiteDirectory: string, scratch: string, cwd: string): Promise<CurrentSuite> {
  const modules = modulesInside(suiteDirectory, cwd);
  await copyInto(suiteDirectory, scratch);
  for (const path of modules) removeTree(join(scratch, path));
  return {
    putInto: async (target) => {
      makeDirectory(target);
      removeAllBut(target, modules);
      await copyInto(scratch, target);
    },
  };
}

/** Relative to the suite. */
function modulesInside(suiteDirectory: string, cwd: string): readonly string[] {
  const loaded = loadSuites([suiteDirectory], cwd);
  if (loaded.kind === 'problems')
    throw new RunRefused(loaded.problems.map((problem) => problemText(problem, cwd)).join('\n'));
  const directories = loaded.suites.flatMap(({ moduleDirectories }) => moduleDirectories);
  const inside = directories.map((directory) => relative(suiteDirectory, directory));
  return inside.filter((path) => path !== '..' && !path.startsWith(`..${sep}`));
}

function removeAllBut(directory: string, kept: readonly string[]): void {
  for (const name of listDirectory(directory)) {
    if (kept.includes(name)) continue;
    const below = kept.filter((path) => path.startsWith(`${name}/`)).map((path) => path.slice(name.length + 1));
    const path = join(directory, name);
    if (below.length > 0 && kindOfFile(path) === 'directory') removeAllBut(path, below);
    else removeTree(path);
  }
}

/** With links and modes, as they are. */
async function copyInto(from: string, to: string): Promise<void> {
  const { exitCode, output } = await runRequired(['cp', '-a', '--', `${from}/.`, to], {});
  if (exitCode !== 0) throw new RunRefused(`${from} could not be copied: ${lastLines(output)}`);
}
