import { join } from 'node:path';
import { historyName } from '../../app/find-history.ts';
import type { KeptHistory } from '../../app/keep-history.ts';
import { RunRefused } from '../../app/load-suites.ts';
import { randomSeed } from '../../host/clock.ts';
import { filesIn, kindOfFile } from '../../host/files/file-facts.ts';
import { createScratchDirectory } from '../../host/files/scratch-directory.ts';
import { explainGitFailure, readPushFailure } from './git-refusal.ts';
import { type Git, gitIn, type GitRemote, GitUnusable } from './git.ts';

export interface HistoryPush {
  readonly remote: GitRemote;
  readonly branch: string;
  /** The message of the commit. */
  readonly message: string;
  /** Adds the run to the site in this directory, absolute, and writes its page. */
  readonly addTo: (directory: string) => Promise<KeptHistory>;
  readonly signal: AbortSignal;
}

export type PushedHistory =
  | { readonly kind: 'pushed'; readonly kept: KeptHistory }
  /** The end of a sentence. */
  | { readonly kind: 'not-pushed'; readonly reason: string };

/** In each round of a race, one job wins. More jobs rarely end at the same time. */
const maxAttempts = 12;
const pauseMs = { least: 100, most: 1_500 };

/**
 * Adds a run to the history in a branch. If another job is faster, the run is added to what that job has pushed: so
 * the page always has all runs. The branch is made when it is missing. Nothing is ever removed from it.
 */
export async function pushHistory(push: HistoryPush): Promise<PushedHistory> {
  try {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const outcome = await attemptPush(push);
      if (outcome.kind !== 'overtaken') return outcome;
      await pauseFor(push.signal);
    }
    return { kind: 'not-pushed', reason: `other jobs have changed the branch during each of ${maxAttempts} attempts` };
  } catch (error) {
    if (error instanceof GitUnusable || error instanceof RunRefused)
      return { kind: 'not-pushed', reason: error.message };
    throw error;
  }
}

/** In a directory of its own, so that nothing is left of an attempt that was overtaken. */
async function attemptPush(push: HistoryPush): Promise<PushedHistory | { readonly kind: 'overtaken' }> {
  using scratch = createScratchDirectory();
  const { remote, branch, message } = push;
  const git = gitIn(scratch.path, remote, push.signal);
  const problem = await takeBranch(git, push, scratch.path);
  if (problem !== undefined) return { kind: 'not-pushed', reason: problem };
  const kept = await push.addTo(scratch.path);
  await done(git('add', '--all'));
  if ((await git('diff', '--cached', '--quiet')).isGood) return { kind: 'pushed', kept };
  await done(git('commit', '--quiet', `--message=${message}`));
  const answer = await git('push', '--porcelain', remote.url, `HEAD:refs/heads/${branch}`);
  if (answer.isGood) return { kind: 'pushed', kept };
  const failure = readPushFailure(answer.output);
  return failure.kind === 'overtaken' ? failure : { kind: 'not-pushed', reason: failure.reason };
}

/** Checks out the branch, or begins it when there is none. Returns why that is not possible, if so. */
async function takeBranch(
  git: Git,
  { remote: { url }, branch }: HistoryPush,
  directory: string,
): Promise<string | undefined> {
  await done(git('init', '--quiet'));
  const listed = await git('ls-remote', '--quiet', url, `refs/heads/${branch}`);
  if (!listed.isGood) return explainGitFailure(listed.output);
  if (listed.stdout.trim() === '') return undefined;
  const fetched = await git('fetch', '--quiet', '--no-tags', '--depth=1', url, `refs/heads/${branch}`);
  if (!fetched.isGood) return explainGitFailure(fetched.output);
  await done(git('checkout', '--quiet', '--detach', 'FETCH_HEAD'));
  return isHistory(directory)
    ? undefined
    : `the branch ${branch} has other files and no history: name another branch, which is then made`;
}

/** An empty branch may become a history, too. */
function isHistory(directory: string): boolean {
  const others = filesIn(directory).filter(({ name }) => name !== '.git');
  return others.length === 0 || kindOfFile(join(directory, historyName)) === 'directory';
}

/** What can only fail because of the runner itself. @throws GitUnusable */
async function done(answer: ReturnType<Git>): Promise<void> {
  const { isGood, output } = await answer;
  if (!isGood) throw new GitUnusable(explainGitFailure(output));
}

/** A random pause: jobs that met once would meet again. */
async function pauseFor(signal: AbortSignal): Promise<void> {
  const { least, most } = pauseMs;
  const durationMs = least + (randomSeed() % (most - least));
  await new Promise<void>((resolve) => setTimeout(resolve, durationMs));
  signal.throwIfAborted();
}
