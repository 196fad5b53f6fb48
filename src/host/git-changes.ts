import { join } from 'node:path';
import { GitMissing, runGit } from './git.ts';

/** Git is not there, or refuses; the message says why and what to do. */
export class GitRefused extends Error {
  override readonly name = 'GitRefused';
}

/**
 * The files of a repository that differ from a commit: absolute paths, those that are gone and those that git does not
 * know yet included, but no ignored ones. Another repository inside is one path, that of its directory.
 * @param root the top of its work tree
 * @param since a commit, from whose common ancestor with HEAD on changes count; undefined: HEAD
 * @throws GitRefused
 */
export async function changedFiles(root: string, since: string | undefined): Promise<readonly string[]> {
  const base = await baseOf(root, since);
  const listed = [
    base === undefined
      ? await git(root, ['ls-files', '--cached', '-z'])
      : await git(root, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '--no-relative', '-z', base, '--']),
    await git(root, ['ls-files', '--others', '--exclude-standard', '-z']),
  ];
  const names = listed.flatMap((text) => text.split('\0')).filter((name) => name !== '');
  return [...new Set(names)].map((name) => join(root, name.replace(/\/$/, '')));
}

/** Undefined: there is no commit yet, so that every file is new. */
async function baseOf(root: string, since: string | undefined): Promise<string | undefined> {
  const head = await commitOf(root, 'HEAD');
  if (since === undefined) return head;
  const commit = await commitOf(root, since);
  if (commit === undefined) throw new GitRefused(`the Git repository ${root} has no commit ${since}`);
  const ancestor = await tryGit(root, ['merge-base', commit, 'HEAD']);
  if (ancestor.exitCode === 0) return ancestor.stdout.trim();
  throw new GitRefused(
    `the Git repository ${root} knows no common ancestor of ${since} and HEAD. A clone without its history needs ` +
      'git fetch --unshallow',
  );
}

async function commitOf(root: string, name: string): Promise<string | undefined> {
  const found = await tryGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
  return found.exitCode === 0 ? found.stdout.trim() : undefined;
}

async function git(root: string, words: readonly string[]): Promise<string> {
  const { exitCode, stdout, output } = await tryGit(root, words);
  if (exitCode === 0) return stdout;
  throw new GitRefused(`git ${words[0] ?? ''} failed in ${root}: ${output.trim().split('\n').at(-1) ?? ''}`);
}

async function tryGit(root: string, words: readonly string[]): ReturnType<typeof runGit> {
  try {
    return await runGit(['--no-optional-locks', ...words], { cwd: root });
  } catch (error) {
    throw error instanceof GitMissing ? new GitRefused(error.message, { cause: error }) : error;
  }
}
