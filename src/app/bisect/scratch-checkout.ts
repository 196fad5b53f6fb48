import { basename, dirname, join } from 'node:path';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { isOwnedName } from '../../host/files/owned-name.ts';
import { createScratchDirectory } from '../../host/files/scratch-directory.ts';
import { Git } from './git.ts';
import { emptySubmodules, fillSubmodules } from './submodules.ts';

/** A checkout of our own, with a bisect state of its own. The user's checkout and index are not touched. */
export interface ScratchCheckout extends AsyncDisposable {
  /** Has the name of the user's checkout, so that relative paths look the same. */
  readonly directory: string;
  readonly git: Git;
  /** Removes what was changed, so that Git can check out the next commit. */
  readonly clean: () => Promise<void>;
  /** Adds the submodules of the commit. Returns why that is not possible; undefined: it is complete. */
  readonly fill: () => Promise<string | undefined>;
}

/** Adds a worktree in a scratch directory. First removes from the repository what killed commands left. */
export async function createCheckout(repository: Git, commit: string, signal: AbortSignal): Promise<ScratchCheckout> {
  const scratch = createScratchDirectory();
  const directory = join(scratch.path, basename(repository.directory));
  const remove = async (): Promise<void> => {
    // Also after a failure: a worktree that is half there must not stay in the repository.
    await repository.uncancelled.ask('worktree', 'remove', '--force', '--force', directory);
    scratch[Symbol.dispose]();
  };
  try {
    await removeLeftovers(repository);
    await repository.tell('worktree', 'add', '--quiet', '--detach', directory, commit);
  } catch (error) {
    await remove();
    throw error;
  }
  const git = new Git(directory, signal);
  const clean = async (): Promise<void> => {
    await emptySubmodules(git);
    await git.tell('reset', '--quiet', '--hard');
    await git.tell('clean', '--quiet', '-ff', '-d', '-x');
  };
  const fill = async (): Promise<string | undefined> => await fillSubmodules(git, repository);
  return { directory, git, clean, fill, [Symbol.asyncDispose]: remove };
}

/** A worktree of ours whose scratch directory is gone. Others may only be out of reach for a while, so they stay. */
async function removeLeftovers(repository: Git): Promise<void> {
  const { stdout } = await repository.ask('worktree', 'list', '--porcelain');
  const paths = stdout
    .split('\n')
    .flatMap((line) => (line.startsWith('worktree ') ? [line.slice('worktree '.length)] : []));
  for (const path of paths) {
    const scratch = dirname(path);
    if (isOwnedName(basename(scratch)) && kindOfFile(scratch) === 'nothing')
      await repository.ask('worktree', 'remove', '--force', '--force', path);
  }
}
