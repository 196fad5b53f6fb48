import { join, resolve } from 'node:path';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { removeTree } from '../../host/files/scratch-directory.ts';
import { lastLines } from '../../provision/required-program.ts';
import type { Git } from './git.ts';

interface Submodule {
  readonly name: string;
  /** Relative to the top of the checkout. */
  readonly path: string;
}

/** The submodules of what is checked out. */
async function submodulesIn(git: Git): Promise<readonly Submodule[]> {
  if (kindOfFile(join(git.directory, '.gitmodules')) !== 'file') return [];
  const paths = String.raw`^submodule\..*\.path$`;
  const { stdout } = await git.ask('config', '--null', '--file', '.gitmodules', '--get-regexp', paths);
  return stdout.split('\0').flatMap((entry) => {
    const [, name, path] = /^submodule\.(.+)\.path\n(.+)$/s.exec(entry) ?? [];
    return name === undefined || path === undefined ? [] : [{ name, path }];
  });
}

/**
 * Checks out the submodules of which the user's checkout has copies, from these: no network is asked, and the
 * repository's configuration is not changed. The others stay empty. Returns why one cannot be checked out.
 */
export async function fillSubmodules(git: Git, repository: Git): Promise<string | undefined> {
  for (const { name, path } of await submodulesIn(git)) {
    const copy = resolve(repository.directory, await repository.tell('rev-parse', '--git-path', `modules/${name}`));
    if (kindOfFile(copy) !== 'directory') continue;
    const settings = ['-c', `submodule.${name}.url=${copy}`, '-c', 'protocol.file.allow=always'];
    const { exitCode, output } = await git.ask(...settings, 'submodule', '--quiet', 'update', '--force', '--', path);
    if (exitCode !== 0) return `the submodule ${path} cannot be checked out: ${lastLines(output, 1)}`;
  }
  return undefined;
}

/** Git leaves the files of a submodule when it checks out a commit that does not have it. */
export async function emptySubmodules(git: Git): Promise<void> {
  for (const { path } of await submodulesIn(git)) removeTree(join(git.directory, path));
}
