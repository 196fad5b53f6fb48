import { resolve } from 'node:path';
import { readTextIfThere } from '../../host/files/file-facts.ts';
import { splitShellWords } from '../../suite/shell-words.ts';
import { RunRefused } from '../load-suites.ts';
import { type Git, resolveCommit } from './git.ts';

/** Where a bisection begins. All are full hashes. */
export interface BisectEnds {
  readonly bad: string;
  /** None is an ancestor of another. */
  readonly good: readonly string[];
  /** Commits of which the user said that they cannot be tested. */
  readonly skipped: readonly string[];
  /** Only commits that change these count; empty: all. As Git knows them, relative to the top of the repository. */
  readonly paths: readonly string[];
  readonly from: 'options' | 'state';
}

export interface AskedEnds {
  readonly good: readonly string[];
  readonly bad: string | undefined;
}

/**
 * The ends that the user named, or else those of the bisection that is in progress in the repository. @throws
 * RunRefused when there are neither
 */
export async function findEnds(git: Git, { good, bad }: AskedEnds): Promise<BisectEnds> {
  if (good.length === 0 && bad === undefined) return await endsOfState(git);
  if (good.length === 0) throw new RunRefused('--bad needs --good REF, a commit at which the test passes.');
  const goodCommits = await Promise.all(good.map((revision) => resolveCommit(git, '--good', revision)));
  return {
    bad: await resolveCommit(git, '--bad', bad ?? 'HEAD'),
    good: await independent(git, goodCommits),
    skipped: [],
    paths: [],
    from: 'options',
  };
}

/** Git keeps a bisection in refs and in files of the checkout. A bisection may use other words than good and bad. */
async function endsOfState(git: Git): Promise<BisectEnds> {
  const [newTerm = 'bad', oldTerm = 'good'] = (await stateFile(git, 'BISECT_TERMS'))?.trim().split('\n') ?? [];
  const refs = (await git.tell('for-each-ref', '--format=%(objectname) %(refname)', 'refs/bisect'))
    .split('\n')
    .flatMap((line) => {
      const [, hash, name] = /^([0-9a-f]+) refs\/bisect\/(.+)$/.exec(line) ?? [];
      return hash === undefined || name === undefined ? [] : [{ hash, name }];
    });
  const named = (prefix: string): readonly string[] =>
    refs.filter(({ name }) => name.startsWith(prefix)).map(({ hash }) => hash);
  const bad = refs.find(({ name }) => name === newTerm)?.hash;
  const good = named(`${oldTerm}-`);
  if (bad === undefined || good.length === 0)
    throw new RunRefused(
      'Name the ends: --good REF, a commit at which the test passes, and --bad REF (default HEAD), one at which it ' +
        `fails. ${git.directory} has no bisection in progress that knows both.`,
    );
  const names = splitShellWords((await stateFile(git, 'BISECT_NAMES')) ?? '');
  return {
    bad,
    good: await independent(git, good),
    skipped: named('skip-'),
    paths: names.kind === 'words' ? names.words : [],
    from: 'state',
  };
}

async function stateFile(git: Git, name: string): Promise<string | undefined> {
  return readTextIfThere(resolve(git.directory, await git.tell('rev-parse', '--git-path', name)));
}

/** A commit whose descendant is good is good itself, so there is no need to test it. */
async function independent(git: Git, commits: readonly string[]): Promise<readonly string[]> {
  const [first] = commits;
  if (first === undefined || commits.length === 1) return commits;
  return (await git.tell('merge-base', '--independent', ...commits)).split('\n');
}
